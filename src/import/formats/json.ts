import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { isName, splitAttribution } from '../attribution.ts';
import type { FieldName } from '../../loader/field-names.ts';
import { fieldLookup, itemOf, valuesOf } from '../fields.ts';
import { quoted, createResult, type Input, type ReadResult } from '../item.ts';
import {
  bookKinds,
  entriesOf,
  hasQuotes,
  parseJson,
  plainValue,
  readQuotesJson,
} from '../json-shapes.ts';
import type { Entry } from '../json-shapes.ts';

/** How sure it is that a text is JSON or JSON Lines: it begins as they do. */
export function recognize({ name, text }: Input): number {
  const isBegun = /^\s*(?:\{\s*["}]|\[\s*(?:["{]|\[\s*["{]|\]\s*$))/u.test(text);
  return isBegun || /\.(?:json|jsonl|ndjson)$/iu.test(name) ? 0.97 : 0;
}

/**
 * JSON, or JSON Lines: a list of texts, or of objects whose keys are told as the columns of a table
 * are; objects that contain lists, as Readwise's books their highlights, give their author and title to
 * each. An object of lists has headings as its keys. `/quotes.json` of this project is read too.
 * Source: RFC 8259, jsonlines.org; json-shapes.ts has those of Readwise and Hypothesis.
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
    error(1, 'line', 'is nested too deep');
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
      for (const each of node.children!) visit(each, inherited, part);
    else if (node.type === 'object') visitObject(node, inherited, part);
    else if (node.type === 'string') {
      const { text, credit = '' } = splitAttribution(node.value as string);
      add(node, new Map(inherited).set('text', text).set('credit', credit), part);
    } else if (node.type !== 'null') {
      error(lineOf(node), 'quote', `is no text: ${quoted(String(node.value))}`);
    }
  }

  function visitObject(node: Node, inherited: Map<FieldName, string>, part?: string): void {
    if (findNodeAtLocation(node, ['is_deleted'])?.value === true) {
      return notice(lineOf(node), 'quote', 'left out: deleted there');
    }
    // The address of a quote in a collection of ours is that of its page.
    const members = entriesOf(node).filter(
      ([key]) => !quotes || !['id', 'url', 'aliases'].includes(key),
    );
    const isBook = findNodeAtLocation(node, ['user_book_id']) !== undefined;
    const fieldOf = fieldLookup(columns, isBook ? bookKinds : []);
    // The word for a date in Italian and Portuguese is what wraps lists in JSON, too.
    const isNested = ([key, value]: Entry) =>
      hasQuotes(value) && ['text', 'date', undefined].includes(fieldOf(key));
    const nested = members.filter(isNested);
    const cells = members.filter((entry) => !isNested(entry));
    const textCells = cells.flatMap(([key, value]): [string, string][] => {
      const plain = plainValue(value);
      if (plain === '' && !isEmpty(value) && fieldOf(key))
        notice(lineOf(value), 'column', `left out, as it has no text: ${key}`);
      // The author of a book that is an object.
      const author = value.type === 'object' && findNodeAtLocation(value, ['author']);
      return [[key, plain], ...(author ? [['author', plainValue(author)]] : [])] as [
        string,
        string,
      ][];
    });
    const values = new Map([...inherited, ...valuesOf(textCells, fieldOf, unknown)]);
    const words = cells.find(([key]) => fieldOf(key) === 'text')?.[1];
    if (words || (nested.length === 0 && members.length > 0)) {
      add(words ?? node, values, part);
      if (!values.has('source') && findNodeAtLocation(node, ['book_id'])) {
        const message = 'is missing: its book is a number; Readwise’s /export has titles';
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
