import { copyFrom } from './clipboard.ts';

// It is in the page before it speaks, or no screen reader would hear it.
const status = document.createElement('p');
status.role = 'status';
status.className = 'sr-only';
document.body.append(status);

/** What only a reader who copies needs. */
const feedback = () => import('./copy-feedback.ts');

async function copy(button: HTMLElement, figure: HTMLElement): Promise<void> {
  const { pathname } = figure.querySelector<HTMLAnchorElement>('a.u-url')!;
  // The canonical site, which may not be this host. `absolute` would bring its whole module along.
  const address = new URL(pathname, import.meta.env.SITE).href;
  const text =
    button.dataset['copy'] === 'link'
      ? address
      : feedback().then(({ fetchCitation }) => fetchCitation(figure.dataset['quote']!));
  try {
    const isCopied = await copyFrom(button, text);
    (await feedback()).report(isCopied, await text, figure, status);
  } catch {
    (await feedback()).sayNotLoaded();
  }
}

document.addEventListener('click', (event) => {
  status.textContent = '';
  const button = (event.target as Element).closest<HTMLElement>('.quote-actions [data-copy]');
  if (button) void copy(button, button.closest<HTMLElement>('figure[data-quote]')!);
});
