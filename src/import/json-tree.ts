import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { LineCounter } from 'yaml';

/** The tree of a JSON text, or what is wrong with it. */
export interface ParsedJson {
  root?: Node | undefined;
  lineOf: (node: Pick<Node, 'offset'>) => number;
  problem?: { line: number; message: string };
}

/** Parses JSON, or JSON Lines as a list of their values. */
export function parseJson(text: string): ParsedJson {
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
  const message = printParseErrorCode(first.error)
    .replace(/(?<=.)[A-Z]/gu, ' $&')
    .toLowerCase();
  return { lineOf, problem: { line: lineOf(first), message } };
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
