import { z } from 'astro/zod';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { LineCounter } from 'yaml';
import { language } from '../loader/schema.ts';
import type { ReadResult } from './item.ts';

/** Parses JSON, or JSON Lines as an array. The root is undefined if the text is invalid. */
export function parseJson(text: string, fail: (line: number, message: string) => void) {
  const [indent] = /^\s*/u.exec(text)!;
  const json = isJsonLines(text) ? `${indent}[${text.trim().replace(/\n\s*/gu, ',$&')}]` : text;
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

/** Whether the first of several lines is JSON on its own. */
function isJsonLines(text: string): boolean {
  const [first = '', ...rest] = text.trim().split('\n');
  try {
    return rest.length > 0 && JSON.parse(first) !== undefined;
  } catch {
    return false;
  }
}

export type Entry = readonly [key: string, value: Node];

/** Converts a text, number, named object or array of these to text; anything else to ''. */
export function plainValue(node: Node | undefined): string {
  if (node?.type === 'array') return node.children!.map(plainValue).join('; ');
  if (node?.type === 'object') {
    const names = ['name', 'title'].map((key) => findNodeAtLocation(node, [key]));
    return plainValue(names.find(Boolean));
  }
  return node?.type === 'string' || node?.type === 'number' ? `${node.value}` : '';
}

/**
 * Returns the keys and values of an object. For an annotation of Hypothesis they are mapped to the
 * usual keys: its text is in a selector of its target, and its user is not the quoted person. A
 * page note has no text.
 * Source: h.readthedocs.io/en/latest/api-reference; hypothesis/client, annotations-exporter.tsx.
 */
export function entriesOf(object: Node): Entry[] {
  const at = (...path: (string | number)[]) => findNodeAtLocation(object, path);
  const selectors = at('target', 0, 'selector')?.children ?? [];
  const exact = selectors.map((selector) => findNodeAtLocation(selector, ['exact'])).find(Boolean);
  const title = at('document', 'title', 0);
  const annotation = { quote: exact, title, url: at('uri'), note: at('text'), tags: at('tags') };
  const members = object.children!.map(
    ({ children = [] }) => [`${children[0]?.value}`, children[1]] as const,
  );
  const isAnnotation = at('target')?.type === 'array' && at('uri') !== undefined;
  const entries = isAnnotation ? Object.entries(annotation) : members;
  return entries.flatMap(([key, value]) => (value ? [[key, value] as const] : []));
}

/** Whether a node may contain quotes: arrays, objects that are not tags, texts of several words. */
export function hasQuotes(list: Node): boolean {
  const isQuote = (child: Node) =>
    child.type === 'object'
      ? !findNodeAtLocation(child, ['name']) || findNodeAtLocation(child, ['text']) !== undefined
      : child.type === 'array' || (child.type === 'string' && /\s/u.test(child.value as string));
  if (list.type === 'array') return list.children!.some(isQuote);
  const values = list.type === 'object' ? entriesOf(list).map(([, value]) => value) : [];
  return values.some(({ type, children }) => type === 'array' && children![0]?.type === 'object');
}

/** The service and the kind of document of a Readwise book: readwise.io/api_deets (export). */
export const bookKinds = ['source', 'category'];

const quotesJsonSchema = z.object({
  title: z.string(),
  person: z.string().optional(),
  lang: language,
  introduction: z.string().optional(),
  parts: z.array(z.object({ number: z.int().positive(), title: z.string() })),
});

/** Reads our own `/quotes.json` and returns its quotes; undefined for other JSON. */
export function readQuotesJson(root: Node, result: ReadResult): Node | undefined {
  const quotes = findNodeAtLocation(root, ['quotes']);
  const { data } = quotesJsonSchema.safeParse(quotes?.type === 'array' && getNodeValue(root));
  if (data) Object.assign(result, data);
  return data && quotes;
}
