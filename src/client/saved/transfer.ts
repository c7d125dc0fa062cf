import { urls } from '../../collection/urls.ts';
import { citedData, type CollectionData, type QuoteData } from '../../collection/quote-data.ts';
import { citation, plainReference } from '../../collection/citation.ts';
import { quoteTitle } from '../../collection/quote-title.ts';
import { isId, listFrom, type Saved, type SavedList } from './list.ts';

/** An entry's heading: a link to a permalink, whatever the host. */
const heading = /^#{1,6}\s.*\/quotes\/([a-z0-9-]+)\/?\)/u;
const permalinks = /\/quotes\/([a-z0-9-]+)\/?(?![\w/-])/gu;

type Entry = Saved & { quote: QuoteData | undefined };

function entries(list: SavedList, { quotes }: CollectionData): Entry[] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  return list.map((saved) => ({ ...saved, quote: byId.get(saved.id) }));
}

/** The list as plain text: each quote with its reference and address, then the note. */
export function toText(list: SavedList, collection: CollectionData): string {
  return entries(list, collection)
    .map(({ id, note, quote }) => {
      const said = quote ? citation(citedData(quote), quote.url) : urls.quote({ id });
      return note === '' ? `${said}\n` : `${said}\n\n${note}\n`;
    })
    .join('\n');
}

/** The list as JSON that `readList` reads; what it says of the quotes is for other readers. */
export function toJson(list: SavedList, collection: CollectionData): string {
  const quotes = entries(list, collection).map(({ id, note, quote }) => {
    const { url, person, theme, source, text } = quote ?? ({} as Partial<QuoteData>);
    return { id, note, url, person, theme, source, text };
  });
  return `${JSON.stringify({ title: collection.title, quotes }, null, 2)}\n`;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&#|]/gu, '\\$&')
    .replace(/^[-+=~]/gmu, '\\$&')
    .replace(/^(\d+)([.)])/gmu, '$1\\$2');
}

function quoteBlock(quote: QuoteData): string {
  const reference = plainReference(citedData(quote));
  const source = reference === '' ? '' : `\n\n— ${reference}`;
  const lines = escapeMarkdown(`${quote.text}${source}`).replace(/(?<!\n)\n(?!\n)/gu, '\\\n');
  return lines.replace(/^/gmu, '> ').replace(/^> $/gmu, '>');
}

/** The list as Markdown that `readList` reads: a heading that links the quote, the quote, the note. */
export function toMarkdown(list: SavedList, collection: CollectionData): string {
  const blocks = entries(list, collection).map(({ id, note, quote }) => {
    const link = `## [${escapeMarkdown(quote ? quoteTitle(quote) : id)}](${quote?.url ?? urls.quote({ id })})`;
    // What a note begins a line with is not taken for the next entry or for a quote.
    const kept = note.replace(/^(?=\\*[#>])/gmu, '\\');
    return [link, ...(quote ? [quoteBlock(quote)] : []), ...(kept ? [kept] : [])].join('\n\n');
  });
  return `${[`# ${escapeMarkdown(collection.title)}`, ...blocks].join('\n\n')}\n`;
}

function readMarkdown(text: string): SavedList {
  const found: { id: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, id] = heading.exec(line) ?? [];
    if (id) found.push({ id, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return listFrom(
    found.map(({ id, lines }) => {
      const start = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('>'));
      const note = start < 0 ? [] : lines.slice(start);
      return { id, note: note.map((line) => line.replace(/^\\(?=\\*[#>])/u, '')).join('\n') };
    }),
  );
}

function readJson(text: string): SavedList {
  const value = JSON.parse(text) as unknown;
  const items = (value as { quotes?: unknown } | null)?.quotes ?? value;
  if (!Array.isArray(items)) return [];
  return listFrom(
    items.map((item: unknown) => (typeof item === 'string' && !isId(item) ? idsIn(item)[0] : item)),
  );
}

function idsIn(text: string): string[] {
  return [...text.matchAll(permalinks)].map(([, id]) => id!);
}

/**
 * The list in a file: an export as JSON or Markdown, or any text with permalinks in it. Empty
 * when there is nothing of that kind.
 */
export function readList(file: string): SavedList {
  const text = file.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  try {
    return readJson(text);
  } catch {
    const list = readMarkdown(text);
    return list.length > 0 ? list : listFrom(idsIn(text));
  }
}
