/** Pixels between the notice and the controls that it avoids. */
const GAP = 8;

const bar = document.querySelector<HTMLElement>('.notice')!;
const [text, seeAll, undo, close] = bar.querySelectorAll<HTMLElement>('p, a, button');
let undoChange: (() => void) | undefined;

for (const button of [undo!, close!]) button.addEventListener('click', () => (bar.hidden = true));
undo!.addEventListener('click', () => undoChange?.());
// After scrolling the controls are elsewhere; the page leaves room for a notice at the bottom.
addEventListener('scroll', () => (bar.style.bottom = ''), { passive: true });

/** Moves the notice up until it covers no link or button, if there is room. */
function avoidControls(): void {
  bar.style.bottom = '';
  const box = bar.getBoundingClientRect();
  const controls = [...document.querySelectorAll(':is(a, button, summary):not(.notice *)')]
    .filter((control) => control.checkVisibility({ contentVisibilityAuto: true }))
    .map((control) => control.getBoundingClientRect())
    .filter(({ left, right }) => left < box.right && right > box.left)
    .toSorted((a, b) => b.bottom - a.bottom);
  let { bottom } = box;
  for (const { top, bottom: end } of controls) {
    if (top < bottom && end > bottom - box.height) bottom = top - GAP;
  }
  if (bottom > box.height) bar.style.bottom = `${innerHeight - bottom}px`;
}

/**
 * Shows a message at the bottom of the window until it is dismissed or replaced. It may offer a link
 * to all saved quotes, or a function to undo the change.
 */
export function showNotice(message: string, offer?: 'see all' | (() => void)): void {
  seeAll!.hidden = offer !== 'see all';
  undo!.hidden = typeof offer !== 'function';
  if (typeof offer === 'function') undoChange = offer;
  bar.hidden = false;
  // Screen readers announce a live region only after it is visible.
  setTimeout(() => {
    text!.textContent = message;
    avoidControls();
  });
}
