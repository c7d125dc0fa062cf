try {
  const theme = localStorage.getItem('theme:BASE_PATH') ?? localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme applies.
}
const permalink = /\/quotes\/([a-z0-9-]+)\/$/;
const nameTransition = (event, other) => {
  const here = permalink.exec(location.pathname);
  const there = other && permalink.exec(new URL(other).pathname);
  const id = here ? !there && here[1] : there && there[1];
  const quote = id && document.querySelector(`[data-quote="${id}"] blockquote`);
  if (!event.viewTransition || !quote) return;
  quote.style.viewTransitionName = 'quote';
  event.viewTransition.finished.finally(() => (quote.style.viewTransitionName = ''));
};
addEventListener('pageswap', (event) => nameTransition(event, event.activation?.entry?.url));
addEventListener('pagereveal', (event) =>
  nameTransition(event, window.navigation?.activation?.from?.url),
);
