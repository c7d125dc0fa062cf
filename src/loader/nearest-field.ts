import { z } from 'astro/zod';
import { fieldKey, fieldNames, type FieldName } from './field-names.ts';

/** Fields that an import turns into another field of a quote. */
const importedAs: Partial<Record<FieldName, string>> = {
  heading: 'part',
  page: 'locator',
  tags: 'theme',
};

/** Further names that people use for the fields of content files. */
const synonyms: Record<string, string> = {
  heading: 'theme',
  label: 'theme',
  alias: 'aliases',
  locale: 'lang',
  position: 'order',
  description: 'introduction',
  intro: 'introduction',
  subtitle: 'introduction',
  required: 'requires',
  chapters: 'parts',
  nav: 'menu',
  navigation: 'menu',
  index: 'subjects',
  id: 'slug',
  words: 'match',
};

/** With more edits it is another word. */
const MAX_EDITS = 2;

/** Whether two words differ by at most `edits` changed, added, dropped or swapped letters. */
function isNear(a: string, b: string, edits: number): boolean {
  if (a === b || edits === 0) return a === b;
  if (a[0] === b[0]) return isNear(a.slice(1), b.slice(1), edits);
  const isSwapped = a[0] === b[1] && a[1] === b[0];
  return (
    isNear(a.slice(1), b.slice(1), edits - 1) ||
    isNear(a.slice(1), b, edits - 1) ||
    isNear(a, b.slice(1), edits - 1) ||
    (isSwapped && isNear(a.slice(2), b.slice(2), edits - 1))
  );
}

/** Finds the known field that an unknown name most likely means. */
export function nearestField(unknown: string, known: string[]): string | undefined {
  const name = unknown.toLowerCase().replace(/[^a-z]+/gu, '');
  const field = fieldNames.get(fieldKey(unknown)) ?? fieldNames.get(name);
  const synonym = synonyms[name] ?? (field && (importedAs[field] ?? field));
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  return Array.from({ length: MAX_EDITS + 1 }, (_, edits) =>
    known.find((field) => edits <= field.length - 2 && isNear(name, field, edits)),
  ).find((field) => field !== undefined);
}

/** Lists the fields of a schema at a path; empty if there is no object at that path. */
export function knownFields(schema: unknown, path: PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return knownFields(schema.unwrap(), path);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodArray && key !== undefined) return knownFields(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Record<PropertyKey, unknown>;
  return key === undefined ? Object.keys(shape) : knownFields(shape[key], rest);
}
