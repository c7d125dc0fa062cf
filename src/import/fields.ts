import { decodeHTMLStrict } from 'entities';
import { fieldKey, fieldNames, type FieldName } from '../loader/field-names.ts';
import { plainName } from './attribution.ts';
import type { Input, Item } from './item.ts';

/**
 * Returns a function that finds the field of a column or key: by `--columns`, then by synonym. The
 * `others` are names, as `fieldKey`s, that mean something else in a format.
 */
export function fieldLookup(columns: Input['columns'], others: string[] = []) {
  return (name: string): FieldName | undefined => {
    const key = fieldKey(name);
    const chosen = fieldNames.get(columns?.get(key) ?? '');
    return chosen ?? (others.includes(key) ? undefined : fieldNames.get(key));
  };
}

/** Returns the values of named cells by field: the first one of each field that is not blank. */
export function valuesOf(
  cells: Iterable<readonly [name: string, value: string]>,
  fieldOf: ReturnType<typeof fieldLookup>,
  unknown?: Set<string>,
): Map<FieldName, string> {
  const values = new Map<FieldName, string>();
  for (const [name, value] of cells) {
    const field = fieldOf(name);
    if (field === undefined) unknown?.add(name);
    else if (value.trim() !== '' && !values.has(field)) values.set(field, value);
  }
  return values;
}

type Values = Partial<Record<FieldName, string>>;

/** Creates an item from the values of a row or object. */
export function itemOf(line: number, values: Map<FieldName, string>): Item {
  const plain = [...values].map(([field, value]) => [field, withoutHtml(value).trim()] as const);
  const given: Values = Object.fromEntries(plain.filter(([, value]) => value !== ''));
  const { text = '', person, heading, part = heading, order = '', tags = '', ...others } = given;
  const { page, locator, locationType, ...item } = others;
  return {
    ...item,
    line,
    text,
    person: person && plainName(person.replace(/\s*,$/u, '')),
    part: part && /^\d{1,9}$/u.test(part) ? Number(part) : part,
    locator: locatorOf({ page, locator, locationType }),
    order: /^-?\d{1,9}$/u.test(order) ? Number(order) : undefined,
    tags: tags.split(/\s*[,;|]\s*|\n/u).filter((tag) => tag !== ''),
  };
}

/** Readwise's internal counters `order` and `offset` do not locate anything in a source. */
function locatorOf({ page, locator, locationType = '' }: Values): string | undefined {
  if (page) return /^[\divxlc–-]+(?:\s*ff?\.)?$/iu.test(page) ? `p. ${page}` : page;
  if (!locator || /order|offset|none/iu.test(locationType)) return undefined;
  if (/^page$/iu.test(locationType)) return `p. ${locator}`;
  return /^[\d,–-]+$/u.test(locator) ? `location ${locator}` : locator;
}

/** Removes HTML tags and decodes entities, which exports leave in their cells. */
function withoutHtml(text: string): string {
  if (!/<\/?[a-z]|&(?:#?\w+);/iu.test(text)) return text;
  const plain = text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/p>\s*<p[^<>]*>/giu, '\n\n')
    .replace(/<\/?(?:i|b|em|strong|u|s|p|span|q|mark|small|blockquote|cite)(?:\s[^<>]*)?>/giu, '');
  return decodeHTMLStrict(plain);
}
