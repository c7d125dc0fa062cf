/** What a notice offers to do: its address, or a function. */
export interface Offer {
  label: string;
  to: string | (() => void);
}

/** Pixels between the notice and what it would cover. */
const GAP = 8;

const bar = document.querySelector<HTMLElement>('.notice')!;
const [said, close] = bar.children as unknown as [Element, Element];

close.addEventListener('click', () => (bar.hidden = true));
// Where the page has moved, the room that it keeps for a notice is at the foot.
addEventListener('scroll', () => (bar.style.bottom = ''), { passive: true });

function control({ label, to }: Offer): HTMLElement {
  const made = document.createElement(typeof to === 'string' ? 'a' : 'button');
  made.textContent = label;
  if (typeof to === 'string') made.setAttribute('href', to);
  else {
    made.addEventListener('click', () => {
      bar.hidden = true;
      to();
    });
  }
  return made;
}

/** Moves the notice up to where it covers no link or button, if there is room. */
function uncover(): void {
  bar.style.bottom = '';
  const own = bar.getBoundingClientRect();
  const covered = [...document.querySelectorAll(':is(a, button, summary):not(.notice *)')]
    .filter((each) => each.checkVisibility({ contentVisibilityAuto: true }))
    .map((each) => each.getBoundingClientRect())
    .filter(({ left, right }) => left < own.right && right > own.left)
    .toSorted((a, b) => b.bottom - a.bottom);
  let { bottom } = own;
  for (const { top, bottom: end } of covered) {
    if (top < bottom && end > bottom - own.height) bottom = top - GAP;
  }
  if (bottom > own.height) bar.style.bottom = `${innerHeight - bottom}px`;
}

/** Shows a message at the bottom of the window until it is dismissed or replaced. */
export function notice(text: string, offer?: Offer): void {
  bar.replaceChildren(said, ...(offer ? [control(offer)] : []), close);
  bar.hidden = false;
  // Screen readers announce a live region only after it is visible.
  setTimeout(() => {
    said.textContent = text;
    uncover();
  });
}
