import { storeChoice } from './storage.ts';

const system = matchMedia('(prefers-color-scheme: dark)');

function change(): void {
  const root = document.documentElement;
  const preferred = system.matches ? 'dark' : 'light';
  const next = (root.dataset['theme'] ?? preferred) === 'dark' ? 'light' : 'dark';
  root.dataset['theme'] = next;
  // A choice that equals the system's is cleared, so that the page follows the system again.
  storeChoice('theme', next === preferred ? '' : next);
}

for (const button of document.querySelectorAll('[data-theme-switch]')) {
  button.addEventListener('click', change);
}
