import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { isName, splitCredit } from '../attribution.ts';
import type { FieldName } from '../../loader/field-names.ts';
import { fieldLookup, itemOf, valuesOf } from '../fields.ts';
import { quoted, createResult, type Input, type ReadResult } from '../item.ts';
import { bookKinds, entriesOf, hasQuotes, parseJson } from '../json-shapes.ts';
import { plainValue, readQuotesJson, type Entry } from '../json-shapes.ts';

/** Scores how likely a text is JSON or JSON Lines, by how it begins. */
export function recognize({ name, text }: Input): number {
  const isBegun = /^\s*(?:\{\s*["}]|\[\s*(?:["{]|\[\s*["{]|\]\s*$))/u.test(text);
  return isBegun || /\.(?:json|jsonl|ndjson)$/iu.test(name) ? 0.97 : 0;
}

/**
 * Reads JSON or JSON Lines: texts, or objects whose keys are recognized like columns of a table. An
 * object with an array, such as a Readwise book and its highlights, passes its author and title on.
 * The keys of an object of arrays are headings. Also reads `/quotes.json` of this project.
 * Source: RFC 8259, jsonlines.org; see json-shapes.ts for Readwise and Hypothesis.
 */
export function read({ text, columns }: Input): ReadResult {
  const { result, error, notice } = createResult();
  const unknown = new Set<string>();
  let lineOf: ReturnType<typeof parseJson>['lineOf'];
  let quotes: Node | undefined;
  try {
    const tree = parseJson(text, (line, message) => error(line, 'line', message));
    ({ lineOf } = tree);
    if (tree.root) visit((quotes = readQuotesJson(tree.root, result)) ?? tree.root, new Map());
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    error(1, 'line', 'is nested too deeply');
    result.items = [];
  }
  if (unknown.size > 0) notice(1, 'column', `left out: ${[...unknown].join(', ')}`);
  return result;

  function visit(node: Node, inherited: Map<FieldName, string>, part?: string): void {
    const [words, credit] = node.children?.map(({ value }) => value as unknown) ?? [];
    const isPair = node.children?.length === 2 && typeof words === 'string' && !isName(words);
    if (node.type === 'array' && isPair && typeof credit === 'string' && isName(credit)) {
      add(node, new Map(inherited).set('text', words).set('credit', credit), part);
    } else if (node.type === 'array')
      for (const child of node.children!) visit(child, inherited, part);
    else if (node.type === 'object') visitObject(node, inherited, part);
    else if (node.type === 'string') {
      const { text, credit = '' } = splitCredit(node.value as string);
      add(node, new Map(inherited).set('text', text).set('credit', credit), part);
    } else if (node.type !== 'null') {
      error(lineOf(node), 'quote', `is not text: ${quoted(String(node.value))}`);
    }
  }

  function visitObject(node: Node, inherited: Map<FieldName, string>, part?: string): void {
    if (findNodeAtLocation(node, ['is_deleted'])?.value === true) {
      return notice(lineOf(node), 'quote', 'left out: marked as deleted');
    }
    // In our own /quotes.json, `url` is the address of the page, not of the source.
    const members = entriesOf(node).filter(
      ([key]) => !quotes || !['id', 'url', 'aliases'].includes(key),
    );
    const isBook = findNodeAtLocation(node, ['user_book_id']) !== undefined;
    const fieldOf = fieldLookup(columns, isBook ? bookKinds : []);
    // “data” is the Italian and Portuguese word for date, but in JSON often contains the list.
    const isNested = ([key, value]: Entry) =>
      hasQuotes(value) && ['text', 'date', undefined].includes(fieldOf(key));
    const nested = members.filter(isNested);
    const cells = members.filter((entry) => !isNested(entry));
    const textCells = cells.flatMap(([key, value]): (readonly [string, string])[] => {
      const plain = plainValue(value);
      if (plain === '' && !isEmpty(value) && fieldOf(key))
        notice(lineOf(value), 'column', `left out because it has no text: ${key}`);
      // A book may be an object with an author.
      const author = value.type === 'object' && findNodeAtLocation(value, ['author']);
      return [[key, plain], ...(author ? [['author', plainValue(author)] as const] : [])];
    });
    const values = new Map([...inherited, ...valuesOf(textCells, fieldOf, unknown)]);
    const words = cells.find(([key]) => fieldOf(key) === 'text')?.[1];
    if (words || (nested.length === 0 && members.length > 0)) {
      add(words ?? node, values, part);
      if (!values.has('source') && findNodeAtLocation(node, ['book_id'])) {
        const message = 'is missing: the book is only a number; Readwise’s /export has titles';
        notice(lineOf(node), 'source', message);
      }
    }
    values.delete('text');
    for (const [key, list] of nested) {
      const isText = list.type === 'array' && list.children!.every(({ type }) => type === 'string');
      const isHeading = isText && nested.length === members.length && fieldOf(key) !== 'text';
      visit(list, values, isHeading ? key : part);
    }
  }

  function add(node: Node, values: Map<FieldName, string>, part: string | undefined): void {
    const item = itemOf(lineOf(node), values);
    result.items.push({ ...item, part: part ?? item.part });
  }
}

function isEmpty({ type, value, children = [] }: Node): boolean {
  return type === 'null' || value === '' || (/array|object/u.test(type) && children.length === 0);
}
