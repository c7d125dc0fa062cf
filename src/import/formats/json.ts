import { splitAttribution } from '../attribution.ts';
import { fieldOf, itemOf, type Field } from '../fields.ts';
import type { Input, Item, ReadResult } from '../item.ts';
import { quoted, reporter } from '../item.ts';
import { isObject, type Json, type JsonObject } from '../json-value.ts';
import { readAnnotation } from './hypothesis.ts';

/** No export is nested deeper. */
const MAX_DEPTH = 50;

/** How sure it is that a text is JSON or JSON Lines: it is, or it begins as they do. */
export function isJson({ text }: Input): number {
  if (!/^\s*[[{]/u.test(text)) return 0;
  if (parse(text)) return 0.97;
  return /^\s*(?:\{\s*"|\[\s*["{[\]])/u.test(text) ? 0.9 : 0;
}

/**
 * JSON, or JSON Lines: a list of texts, or of objects whose keys are told as the columns of a table
 * are; objects that hold lists, as Readwise's books hold highlights, give their author and title to
 * each. An object of lists has headings as its keys. `/quotes.json` of this project is read too.
 * Source: RFC 8259, jsonlines.org; readwise.io/api_deets (export).
 */
export function readJson({ text, columns }: Input): ReadResult {
  const result: ReadResult = { items: [], diagnostics: [] };
  const { error, notice } = reporter(result.diagnostics);
  const parsed = parse(text);
  if (!parsed) {
    const { line, message } = syntaxError(text);
    error(line, 'line', `is not JSON: ${message}`);
    return result;
  }
  const lineOf = lineFinder(text);
  const left = new Set<string>();
  if (isObject(parsed[0])) readOwn(parsed[0], result);
  visit(parsed, new Map(), 1);
  if (left.size > 0) notice(1, 'column', `left out: ${[...left].join(', ')}`);
  return result;

  function visit(list: Json[], inherited: Map<Field, string>, depth: number, part?: string): void {
    for (const value of list) {
      if (typeof value === 'string') {
        const { text, by = '' } = splitAttribution(value);
        const own = new Map(inherited).set('text', text).set('by', by);
        add(own, part, value);
      } else if (depth > MAX_DEPTH) error(1, 'line', `is nested deeper than ${MAX_DEPTH} levels`);
      else if (Array.isArray(value)) visit(value, inherited, depth + 1, part);
      else if (isObject(value)) visitObject(value, inherited, depth + 1, part);
      else if (value !== null) error(1, 'quote', `is no text: ${quoted(String(value))}`);
    }
  }

  function visitObject(
    object: JsonObject,
    inherited: Map<Field, string>,
    depth: number,
    part?: string,
  ): void {
    const values = new Map(inherited);
    const nested: [string, Json[]][] = [];
    const own = Object.entries(readAnnotation(object) ?? object);
    for (const [key, value] of own) {
      const field = fieldOf(key, columns);
      const plain = plainValue(value);
      const isList = Array.isArray(value) && holdsQuotes(value);
      if (isList && (field === undefined || field === 'text')) nested.push([key, value]);
      else if (field === undefined) left.add(key);
      else if (plain !== '' && (!values.has(field) || inherited.has(field))) {
        values.set(field, plain);
      }
    }
    if (values.has('text') || (nested.length === 0 && own.length > 0)) add(values, part);
    values.delete('text');
    const isHeaded = nested.length === own.length;
    for (const [key, list] of nested) {
      const isHeading = isHeaded && fieldOf(key, columns) !== 'text' && list.every(isText);
      visit(list, values, depth, isHeading ? key : part);
    }
  }

  function add(
    values: Map<Field, string>,
    part: string | undefined,
    written = values.get('text'),
  ): void {
    const item: Item = itemOf(lineOf(written), values);
    result.items.push(part === undefined ? item : { ...item, part });
  }
}

/** Reads what our own `/quotes.json` says of the collection, and leaves its quotes as usual objects. */
function readOwn(object: JsonObject, result: ReadResult): void {
  const { parts = [], quotes, title, lang } = object;
  const isOwn = Array.isArray(parts) && typeof title === 'string' && typeof lang === 'string';
  if (!isOwn || !Array.isArray(quotes)) return;
  for (const key of ['title', 'person', 'lang', 'introduction'] as const) {
    if (typeof object[key] === 'string') result[key] = object[key];
    delete object[key];
  }
  result.parts = parts.flatMap((part) =>
    isObject(part) && typeof part['number'] === 'number'
      ? [{ number: part['number'], title: plainValue(part['title'] ?? '') }]
      : [],
  );
  delete object['parts'];
  for (const quote of quotes.filter(isObject)) {
    // Its address is that of the page of the quote.
    quote['url'] = quote['sourceUrl'] ?? null;
    for (const key of ['id', 'sourceUrl', 'aliases']) delete quote[key];
  }
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

/** Whether a list may hold quotes: objects that are no tags, or texts of several words. */
function holdsQuotes(list: Json[]): boolean {
  return list.some((each) =>
    isObject(each) ? !('name' in each) || 'text' in each : isText(each) && /\s/u.test(each),
  );
}

function plainValue(value: Json): string {
  if (!Array.isArray(value)) return isText(value) || typeof value === 'number' ? `${value}` : '';
  return value.map((each) => plainValue(isObject(each) ? (each['name'] ?? '') : each)).join('; ');
}

function parse(text: string): Json[] | undefined {
  const whole = parseOne(text);
  if (whole !== undefined) return [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parseOne);
  const isWhole = values.every((value) => value !== undefined);
  return values.length > 1 && isWhole ? values : undefined;
}

function parseOne(json: string): Json | undefined {
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}

function syntaxError(text: string): { line: number; message: string } {
  // In JSON Lines every line is read by itself.
  const lines = text.split('\n');
  const isLines = parseOne(lines[0]!) !== undefined;
  const bad = isLines ? lines.findIndex((line) => line.trim() !== '' && !parse(line)) : 0;
  try {
    JSON.parse(isLines ? lines[bad]! : text);
    return { line: 1, message: 'unexpected text' };
  } catch (thrown) {
    const { message } = thrown as Error;
    const at = Number(/position (\d+)/u.exec(message)?.[1] ?? Infinity);
    const line = isLines ? bad + 1 : text.slice(0, at).split('\n').length;
    return { line, message: message.replace(/\s*in JSON.*$/su, '') };
  }
}

/** Finds the line of each text, asked in their order; one that is written otherwise has the last. */
function lineFinder(text: string): (value: string | undefined) => number {
  let at = 0;
  let line = 1;
  return (value) => {
    const next = value === undefined ? -1 : text.indexOf(JSON.stringify(value), at);
    if (next !== -1) {
      line += text.slice(at, next).split('\n').length - 1;
      at = next;
    }
    return line;
  };
}
