import type { Collection, Group, Part, Quote } from '../src/collection/model.ts';

/** A quote with all fields that a collection may require. */
export interface FullQuote extends Quote {
  part: Full<Part>;
  theme: Full<Group>;
  source: Full<Group>;
  person: Full<Group>;
}

type Full<G extends Group> = Omit<G, 'quotes'> & { quotes: FullQuote[] };

/** A collection that requires part, theme, source and person. */
export interface FullCollection extends Collection {
  person: string;
  quotes: FullQuote[];
  parts: Full<Part>[];
  themes: Full<Group>[];
  sources: Full<Group>[];
  people: Full<Group>[];
}

/** Narrows the type of a collection; throws if a quote lacks one of the fields. */
export function asFull(collection: Collection): FullCollection {
  for (const { id, part, theme, source, person } of collection.quotes) {
    if (!part || !theme || !source || !person) throw new Error(`${id} lacks a field.`);
  }
  return collection as FullCollection;
}
