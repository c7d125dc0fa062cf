import { message } from '../messages.ts';

interface Offer {
  label: string;
  /** An address or a function. */
  to: string | (() => void);
}

/** Pixels between the notice and what it would cover. */
const GAP = 8;

let bar: HTMLElement | undefined;

function create(): HTMLElement {
  const { content } = document.querySelector<HTMLTemplateElement>('template[data-notice]')!;
  document.body.append(document.importNode(content, true));
  // Where the page has moved, the room that it keeps for a notice is at the foot.
  addEventListener('scroll', () => (bar!.style.bottom = ''), { passive: true });
  return document.querySelector<HTMLElement>('.notice')!;
}

function control({ label, to }: Offer): HTMLElement {
  const made = document.createElement(typeof to === 'string' ? 'a' : 'button');
  made.textContent = label;
  if (typeof to === 'string') made.setAttribute('href', to);
  else {
    made.addEventListener('click', () => {
      bar!.hidden = true;
      to();
    });
  }
  return made;
}

/** Moves the notice up to where it covers no link or button, if there is room. */
function uncover(): void {
  bar!.style.bottom = '';
  const own = bar!.getBoundingClientRect();
  const covered = [...document.querySelectorAll('a, button, summary')]
    .filter((each) => !bar!.contains(each) && each.checkVisibility({ contentVisibilityAuto: true }))
    .map((each) => each.getBoundingClientRect())
    .filter(({ left, right }) => left < own.right && right > own.left)
    .toSorted((a, b) => b.bottom - a.bottom);
  let { bottom } = own;
  for (const { top, bottom: end } of covered) {
    if (top < bottom && end > bottom - own.height) bottom = top - GAP;
  }
  if (bottom > own.height) bar!.style.bottom = `${innerHeight - bottom}px`;
}

/** Shows a message at the bottom of the window until it is dismissed or replaced. */
export function notice(text: string, offer?: Offer): void {
  bar ??= create();
  bar.hidden = false;
  const said = bar.firstElementChild!;
  const close = { label: message('dialog.close'), to: () => undefined };
  const offers = offer ? [offer, close] : [close];
  bar.replaceChildren(said, ...offers.map(control));
  // Screen readers announce a live region only after it is visible.
  setTimeout(() => {
    said.textContent = text;
    uncover();
  });
}
