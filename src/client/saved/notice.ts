/** Pixels between the notice and what it would cover. */
const GAP = 8;

const bar = document.querySelector<HTMLElement>('.notice')!;
const [said, seeAll, undo, close] = bar.querySelectorAll<HTMLElement>('p, a, button');
let takeBack: (() => void) | undefined;

for (const button of [undo!, close!]) button.addEventListener('click', () => (bar.hidden = true));
undo!.addEventListener('click', () => takeBack?.());
// Where the page has moved, the room that it keeps for a notice is at the foot.
addEventListener('scroll', () => (bar.style.bottom = ''), { passive: true });

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

/**
 * Shows a message at the bottom of the window until it is dismissed or replaced. It may offer to see
 * all that is saved, or to undo by a function.
 */
export function notice(text: string, offer?: 'see all' | (() => void)): void {
  seeAll!.hidden = offer !== 'see all';
  undo!.hidden = typeof offer !== 'function';
  if (typeof offer === 'function') takeBack = offer;
  bar.hidden = false;
  // Screen readers announce a live region only after it is visible.
  setTimeout(() => {
    said!.textContent = text;
    uncover();
  });
}
