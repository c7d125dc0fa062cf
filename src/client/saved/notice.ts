import { message } from '../messages.ts';

/** What a reader can do about a notice. */
export interface Offer {
  label: string;
  /** Where it leads, or what it does. */
  to: string | (() => void);
}

let bar: HTMLElement | undefined;

function create(): HTMLElement {
  const { content } = document.querySelector<HTMLTemplateElement>('template[data-notice]')!;
  document.body.append(document.importNode(content, true));
  return document.querySelector<HTMLElement>('.notice')!;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}

function control({ label, to }: Offer): HTMLElement {
  if (typeof to === 'string') {
    const link = document.createElement('a');
    link.href = to;
    link.textContent = label;
    return link;
  }
  return button(label, () => {
    dismiss();
    to();
  });
}

function dismiss(): void {
  bar!.hidden = true;
}

/** Says something at the foot of the window until it is dismissed or something else is said. */
export function notice(text: string, ...offers: Offer[]): void {
  bar ??= create();
  bar.hidden = false;
  const said = bar.firstElementChild!;
  bar.replaceChildren(said, ...offers.map(control), button(message('notice.dismiss'), dismiss));
  // After a live region has been shown, or its first words are not heard.
  setTimeout(() => (said.textContent = text));
}
