import { decodeHTMLStrict } from 'entities';
import { fieldKey, fieldNames, type FieldName } from '../loader/field-names.ts';
import { plainName } from './attribution.ts';
import type { Input, Item } from './item.ts';

/**
 * Finds a field by what `--columns` says of a name, or as a synonym; `others` are names, as
 * `fieldKey`s, that mean something else in a format.
 */
export function fieldsBy(columns: Input['columns'], others: string[] = []) {
  return (name: string): FieldName | undefined => {
    const key = fieldKey(name);
    const said = fieldNames.get(columns?.get(key) ?? '');
    return said ?? (others.includes(key) ? undefined : fieldNames.get(key));
  };
}

/** The values of named cells by their fields; of two with one field the first that says anything is read. */
export function valuesOf(
  cells: Iterable<readonly [name: string, value: string]>,
  fieldOf: ReturnType<typeof fieldsBy>,
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

/** An item of the values of a row or object, by their field. */
export function itemOf(line: number, values: Map<FieldName, string>): Item {
  const get = (field: FieldName) => withoutHtml(values.get(field) ?? '').trim() || undefined;
  const plain = (['theme', 'source', 'url', 'date', 'status', 'lang', 'note', 'by'] as const).map(
    (field) => [field, get(field)],
  );
  const [part = get('heading'), order = ''] = [get('part'), get('order')];
  const person = get('person')?.replace(/\s*,$/u, '');
  const tags = values.get('tags')?.split(/\s*[,;|]\s*|\n/u) ?? [];
  return {
    ...(Object.fromEntries(plain) as Partial<Item>),
    line,
    text: get('text') ?? '',
    person: person && plainName(person),
    part: part && /^\d{1,9}$/u.test(part) ? Number(part) : part,
    locator: locatorOf(values),
    order: /^-?\d{1,9}$/u.test(order) ? Number(order) : undefined,
    tags: tags.filter((tag) => tag !== ''),
  };
}

/** Readwise’s `order` and `offset` are counters of its own and locate nothing in a source. */
function locatorOf(values: Map<FieldName, string>): string | undefined {
  const page = values.get('page')?.trim();
  if (page) return /^[\divxlc–-]+(?:\s*ff?\.)?$/iu.test(page) ? `p. ${page}` : page;
  const place = values.get('locator')?.trim() ?? '';
  const type = values.get('locationType')?.trim().toLowerCase();
  if (place === '' || (type !== undefined && /order|offset|none/u.test(type))) return undefined;
  if (type === 'page') return `p. ${place}`;
  return /^[\d,–-]+$/u.test(place) ? `location ${place}` : place;
}

/** Text without the tags and entities that exports leave in their cells. */
function withoutHtml(text: string): string {
  if (!/<\/?[a-z]|&(?:#?\w+);/iu.test(text)) return text;
  const plain = text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/p>\s*<p[^<>]*>/giu, '\n\n')
    .replace(/<\/?(?:i|b|em|strong|u|s|p|span|q|mark|small|blockquote|cite)(?:\s[^<>]*)?>/giu, '');
  return decodeHTMLStrict(plain);
}
