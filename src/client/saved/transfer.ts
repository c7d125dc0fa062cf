import { urls } from '../../collection/urls.ts';
import type { CollectionData, QuoteData } from '../../collection/quote-data.ts';
import { citation, plainReference } from '../../collection/citation.ts';
import { quoteTitle } from '../../collection/quote-title.ts';
import { isId, parseList, type SavedList, toItems } from './list.ts';

/** Matches the heading of an entry: a link to a permalink on any host. */
const headings = /^#{1,6}[^\S\n].*\/quotes\/([a-z0-9-]+)\/?\).*$/gmu;
const permalinks = /\/quotes\/([a-z0-9-]+)\/?(?![\w/-])/gu;

function entries(list: SavedList, { quotes }: CollectionData) {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  return toItems(list).map((item) => ({ ...item, quote: byId.get(item.id) }));
}

/** Formats the list as plain text: each quote with its reference and address, then the note. */
export function toText(list: SavedList, collection: CollectionData): string {
  return entries(list, collection)
    .map(({ id, note, quote }) => {
      const text = quote ? citation(quote, quote.url) : urls.quote({ id });
      return note === '' ? `${text}\n` : `${text}\n\n${note}\n`;
    })
    .join('\n');
}

/** Formats the list as JSON for `readList`, with the quotes' fields for other programs. */
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
  const reference = plainReference(quote);
  const source = reference === '' ? '' : `\n\n— ${reference}`;
  const lines = escapeMarkdown(`${quote.text}${source}`).replace(/(?<!\n)\n(?!\n)/gu, '\\\n');
  return lines.replace(/^/gmu, '> ').replace(/^> $/gmu, '>');
}

/** Formats the list as Markdown for `readList`: a heading with a link, then the quote and the note. */
export function toMarkdown(list: SavedList, collection: CollectionData): string {
  const blocks = entries(list, collection).map(({ id, note, quote }) => {
    const link = `## [${escapeMarkdown(quote ? quoteTitle(quote) : id)}](${quote?.url ?? urls.quote({ id })})`;
    // Lines of the note that begin like a heading or a quote are escaped.
    const escapedNote = note.replace(/^(?=\\*[#>])/gmu, '\\');
    return [link, quote && quoteBlock(quote), escapedNote].filter(Boolean).join('\n\n');
  });
  return `${[`# ${escapeMarkdown(collection.title)}`, ...blocks].join('\n\n')}\n`;
}

function readMarkdown(text: string): SavedList {
  const starts = [...text.matchAll(headings)];
  const items = starts.map(({ 0: heading, 1: id, index }, at) => {
    const entry = text.slice(index + heading.length, starts[at + 1]?.index);
    const note = entry.replace(/^(?:[^\S\n]*\n|>[^\n]*\n?)*/u, '');
    return { id, note: note.replace(/^\\(?=\\*[#>])/gmu, '') };
  });
  return parseList(items);
}

function readJson(text: string): SavedList {
  const value = JSON.parse(text) as unknown;
  const items = (value as { quotes?: unknown } | null)?.quotes ?? value;
  const idOrItem = (item: unknown) =>
    typeof item === 'string' && !isId(item) ? idsIn(item)[0] : item;
  return parseList(Array.isArray(items) && items.map(idOrItem));
}

function idsIn(text: string): string[] {
  return [...text.matchAll(permalinks)].map(([, id]) => id!);
}

/**
 * Reads the list in a file: an export as JSON or Markdown, or any text that contains permalinks.
 * Returns an empty list if there are none.
 */
export function readList(file: string): SavedList {
  const text = file.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  try {
    return readJson(text);
  } catch {
    const list = readMarkdown(text);
    return list.size > 0 ? list : parseList(idsIn(text));
  }
}
