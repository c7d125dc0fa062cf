import { copyFrom } from '../share/clipboard.ts';

const status = document.createElement('p');
status.className = 'sr-only';
status.role = 'status';
status.lang = 'en';
document.body.append(status);

/** The quote with its reference, characters as written: pages hold them only as set in type. */
async function citationOf(address: string): Promise<string> {
  const { fetchCitation } = await import('./quote-citation.ts');
  return fetchCitation(address);
}

async function copy(button: HTMLElement, figure: HTMLElement): Promise<void> {
  const address = figure.querySelector<HTMLAnchorElement>('a.u-url')!.href;
  const text = button.dataset['copy'] === 'link' ? address : citationOf(address);
  if (await copyFrom(button, text)) {
    status.textContent = 'Copied';
    return;
  }
  getSelection()!.selectAllChildren(figure.querySelector('blockquote')!);
  status.textContent = 'Your browser did not allow copying. The quote is selected instead.';
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('.quote-actions [data-copy]');
  if (button) void copy(button, button.closest<HTMLElement>('figure[data-quote]')!);
});
