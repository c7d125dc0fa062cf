import { z } from 'astro/zod';
import { fieldKey, fieldNames, type FieldName } from './field-names.ts';

/** The fields that others of a quote become when it is imported. */
const imported: Partial<Record<FieldName, string>> = {
  heading: 'part',
  page: 'locator',
  tags: 'theme',
};

/** What people call the fields of our files beside those names. */
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

/** More letters than these wrong, and it is another word. */
const MAX_EDITS = 2;

/** Letters to change, add, drop or swap with their neighbour, at least. */
function editsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + Number(!isSame),
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** The known field that an unknown one most likely means, if any is near. */
export function nearestField(unknown: string, known: string[]): string | undefined {
  const name = unknown.toLowerCase().replace(/[^a-z]+/gu, '');
  const field = fieldNames.get(fieldKey(unknown)) ?? fieldNames.get(name);
  const synonym = synonyms[name] ?? (field && (imported[field] ?? field));
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  const [nearest] = known
    .map((field) => ({ field, edits: editsBetween(name, field) }))
    .filter(({ field, edits }) => edits <= Math.min(MAX_EDITS, field.length - 2))
    .toSorted((a, b) => a.edits - b.edits);
  return nearest?.field;
}

/** The fields that a schema knows at a path; none where it has no object there. */
export function knownFields(schema: z.ZodType, path: PropertyKey[]): string[] {
  let inner: unknown = schema;
  for (const key of [...path, undefined]) {
    while (inner instanceof z.ZodOptional) inner = inner.unwrap();
    if (key === undefined) break;
    if (inner instanceof z.ZodArray) inner = inner.element;
    else if (inner instanceof z.ZodObject)
      inner = (inner.shape as Record<PropertyKey, unknown>)[key];
    else return [];
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
