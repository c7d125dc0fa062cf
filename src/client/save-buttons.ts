const load = () => import('./saved/buttons.ts');

function isEmpty(): boolean {
  try {
    // The keys of `saved/store.ts`, which is only loaded when something was saved. The module of
    // addresses would come into every page with its whole table.
    return !(
      localStorage.getItem(`saved:${import.meta.env.BASE_URL}`) ?? localStorage.getItem('saved')
    );
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
