import { copyFrom } from './clipboard.ts';

const status = document.createElement('p');
status.role = 'status';
status.className = 'sr-only';
document.body.append(status);

/** The quote with its reference, characters as written; pages have them only typeset. */
async function citationOf(id: string): Promise<string> {
  const { fetchCitation } = await import('./quote-citation.ts');
  return fetchCitation(id);
}

/** A text to copy by hand. */
const field = document.createElement('textarea');
field.readOnly = true;
field.dir = 'auto';

function show(text: string, figure: HTMLElement): void {
  field.value = text;
  field.rows = text.split('\n').length + 1;
  figure.querySelector('figcaption')!.append(field);
  field.select();
}

async function say(key: 'copy.copied' | 'copy.refused'): Promise<void> {
  const { markAsInterface, message } = await import('./messages.ts');
  markAsInterface(status);
  status.textContent = message(key);
  field.ariaLabel = message('copy.field');
}

async function sayNotLoaded(): Promise<void> {
  const [{ message }, { notice }] = await Promise.all([
    import('./messages.ts'),
    import('./saved/notice.ts'),
  ]);
  notice(message('copy.notLoaded'));
}

async function copy(button: HTMLElement, figure: HTMLElement): Promise<void> {
  const { pathname } = figure.querySelector<HTMLAnchorElement>('a.u-url')!;
  // The canonical site, which may not be this host. `absolute` would bring its whole module along.
  const address = new URL(pathname, import.meta.env.SITE).href;
  const text = button.dataset['copy'] === 'link' ? address : citationOf(figure.dataset['quote']!);
  try {
    if (await copyFrom(button, text)) {
      await say('copy.copied');
      return;
    }
    show(await text, figure);
    await say('copy.refused');
  } catch {
    await sayNotLoaded();
  }
}

document.addEventListener('click', (event) => {
  status.textContent = '';
  const button = (event.target as Element).closest<HTMLElement>('.quote-actions [data-copy]');
  if (button) void copy(button, button.closest<HTMLElement>('figure[data-quote]')!);
});
