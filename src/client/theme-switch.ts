const system = matchMedia('(prefers-color-scheme: dark)');

function store(theme: string | undefined): void {
  try {
    if (theme) localStorage.setItem('theme', theme);
    else localStorage.removeItem('theme');
  } catch {
    // Without storage the choice holds for this page.
  }
}

function change(): void {
  const root = document.documentElement;
  const preferred = system.matches ? 'dark' : 'light';
  const next = (root.dataset['theme'] ?? preferred) === 'dark' ? 'light' : 'dark';
  root.dataset['theme'] = next;
  // A choice that equals the system's is none: the page follows the system again.
  store(next === preferred ? undefined : next);
}

for (const button of document.querySelectorAll('[data-theme-switch]')) {
  button.addEventListener('click', change);
}
