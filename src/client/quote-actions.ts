import { copyText } from './clipboard.ts';

// Screen readers announce a live region only if it is in the page before its text changes.
const status = document.createElement('p');
status.role = 'status';
status.className = 'sr-only';
document.body.append(status);

/** Loaded by the first copy. */
const feedback = () => import('./copy-feedback.ts');

async function copy(button: HTMLElement, figure: HTMLElement): Promise<void> {
  const { pathname } = figure.querySelector<HTMLAnchorElement>('a.u-url')!;
  // The canonical site, which may not be this host. Importing `absolute` would add its whole module.
  const address = new URL(pathname, import.meta.env.SITE).href;
  const text =
    button.dataset['copy'] === 'link'
      ? address
      : feedback().then(({ fetchCitation }) => fetchCitation(figure.dataset['quote']!));
  try {
    const isCopied = await copyText(button, text);
    (await feedback()).reportCopy(isCopied, await text, figure, status);
  } catch {
    (await feedback()).reportLoadError();
  }
}

document.addEventListener('click', (event) => {
  status.textContent = '';
  const button = (event.target as Element).closest<HTMLElement>('.quote-actions [data-copy]');
  if (button) void copy(button, button.closest<HTMLElement>('figure[data-quote]')!);
});
