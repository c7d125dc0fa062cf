import type { Collection, Part, Person, Quote, Source, Theme } from '../src/collection/model.ts';

/** A quote with all fields that a collection may require. */
export interface FullQuote extends Quote {
  part: Full<Part>;
  theme: Full<Theme>;
  source: Full<Source>;
  person: Full<Person>;
}

type Full<Group extends { quotes: Quote[] }> = Omit<Group, 'quotes'> & { quotes: FullQuote[] };

/** A collection that requires part, theme, source and person. */
export interface FullCollection extends Collection {
  person: string;
  quotes: FullQuote[];
  parts: Full<Part>[];
  themes: Full<Theme>[];
  sources: Full<Source>[];
  people: Full<Person>[];
}

/** The same collection, typed as having all of them; throws where it does not. */
export function asFull(collection: Collection): FullCollection {
  for (const { id, part, theme, source, person } of collection.quotes) {
    if (!part || !theme || !source || !person) throw new Error(`${id} lacks a field.`);
  }
  return collection as FullCollection;
}
