import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Field } from '../fields.ts';
import type { ReadResult } from '../item.ts';
import { entriesOf, plainValue, type Entry } from '../json-tree.ts';

/**
 * An annotation of Hypothesis with the keys of other formats: its words are in a selector of its
 * target, and its user is nobody quoted. A note on a page has no words.
 * Source: h.readthedocs.io/en/latest/api-reference; hypothesis/client, annotations-exporter.tsx.
 */
export function annotationEntries(object: Node): Entry[] | undefined {
  const at = (...path: (string | number)[]) => findNodeAtLocation(object, path);
  if (at('target')?.type !== 'array' || !at('uri')) return undefined;
  const selectors = at('target', 0, 'selector')?.children ?? [];
  const exact = selectors.map((each) => findNodeAtLocation(each, ['exact'])).find(Boolean);
  const entries = {
    quote: exact,
    title: at('document', 'title', 0),
    url: at('uri'),
    note: at('text'),
    tags: at('tags'),
  };
  return Object.entries(entries).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
}

/**
 * The names of a book of Readwise, where source and category are kinds of service and document.
 * Source: readwise.io/api_deets (export).
 */
export const bookNames = new Map<string, Field>([
  ['author', 'person'],
  ['title', 'source'],
  ['source url', 'url'],
  ['book tags', 'tags'],
  ['highlights', 'text'],
]);

/** Reads what our own `/quotes.json` says of the collection, and finds its quotes; in others nothing. */
export function readOwn(root: Node, result: ReadResult): Node | undefined {
  const about = new Map(root.type === 'object' ? entriesOf(root) : []);
  const [parts, quotes] = [about.get('parts'), about.get('quotes')];
  const isOwn = parts?.type === 'array' && quotes?.type === 'array' && about.has('lang');
  if (!isOwn || !about.has('title')) return undefined;
  for (const key of ['title', 'person', 'lang', 'introduction'] as const) {
    result[key] = plainValue(about.get(key)) || undefined;
  }
  result.parts = parts.children!.flatMap((part) => {
    const number = Number(plainValue(findNodeAtLocation(part, ['number'])));
    const title = plainValue(findNodeAtLocation(part, ['title']));
    return number > 0 ? [{ number, title }] : [];
  });
  return quotes;
}
