import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { LineCounter } from 'yaml';
import type { ReadResult } from './item.ts';

/** The tree of a JSON text, or of JSON Lines as a list of their values; there is none if it is neither. */
export function parseJson(text: string, fail: (line: number, message: string) => void) {
  const [lead] = /^\s*/u.exec(text)!;
  const json = isJsonLines(text) ? `${lead}[${text.trim().replace(/\n\s*/gu, ',$&')}]` : text;
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of json.matchAll(/\n/gu)) lines.addNewLine(index + 1);
  const lineOf = ({ offset }: Pick<Node, 'offset'>) => lines.linePos(offset).line;
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!first) return { root, lineOf };
  const cause = printParseErrorCode(first.error).replace(/(?<=.)[A-Z]/gu, ' $&');
  fail(lineOf(first), `is not JSON: ${cause.toLowerCase()}`);
  return { root: undefined, lineOf };
}

/** Whether the first of several lines is JSON by itself. */
function isJsonLines(text: string): boolean {
  const [first = '', ...rest] = text.trim().split('\n');
  try {
    return rest.length > 0 && JSON.parse(first) !== undefined;
  } catch {
    return false;
  }
}

/** A key of an object with its value. */
export type Entry = readonly [key: string, value: Node];

/** The keys and values of an object. */
export function entriesOf(object: Node): Entry[] {
  return object.children!.flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value] as const] : [],
  );
}

/** A text, a number, or a list of these or of objects with a name or title; of all else nothing. */
export function plainValue(node: Node | undefined): string {
  if (node?.type === 'array') return node.children!.map(plainValue).join('; ');
  if (node?.type === 'object') {
    const names = ['name', 'title'].map((key) => findNodeAtLocation(node, [key]));
    return plainValue(names.find(Boolean));
  }
  return node?.type === 'string' || node?.type === 'number' ? `${node.value}` : '';
}

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
 * The kinds of service and document in a book of Readwise.
 * Source: readwise.io/api_deets (export).
 */
export const bookKinds = ['source', 'category'];

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
