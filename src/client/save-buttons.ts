import { readChoice } from './storage.ts';

const load = () => import('./saved/buttons.ts');

/** Shows which quotes are saved. The code for saving is loaded only if any are. */
function mark(): void {
  if (readChoice('saved')) void load().then(({ markButtons }) => markButtons());
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-save]');
  if (button) void load().then(({ toggle }) => toggle(button));
});
addEventListener('storage', mark);
mark();
