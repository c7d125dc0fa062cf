import { base } from '../collection/urls.ts';

const load = () => import('./saved/buttons.ts');

function isEmpty(): boolean {
  try {
    // The keys of `saved/store.ts`, which is only loaded when something was saved.
    return !(localStorage.getItem(`saved:${base}`) ?? localStorage.getItem('saved'));
  } catch {
    return true;
  }
}

/** Lets the buttons say what is saved; nothing of saving is loaded before something was. */
function mark(): void {
  if (!isEmpty()) void load().then(({ markButtons }) => markButtons());
}

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-save]');
  if (button) void load().then(({ toggle }) => toggle(button));
});
addEventListener('storage', mark);
mark();
