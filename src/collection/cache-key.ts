import { hash } from 'node:crypto';
import type { Collection, Quote } from './model.ts';
import { lastPage, pageInPart } from './pagination.ts';

const digest = (content: unknown): string => hash('sha256', JSON.stringify(content), 'base64url');

const known = new WeakMap<Collection | Quote, string>();

function remembered<Item extends Collection | Quote>(item: Item, make: (item: Item) => unknown) {
  let key = known.get(item);
  if (key === undefined) known.set(item, (key = digest(make(item))));
  return key;
}

/** What any page may say of a collection without listing its quotes. */
function surroundings(collection: Collection) {
  const { title, person, lang, words, introduction, report, date, parts } = collection;
  const { themes, sources, people, subjects } = collection;
  const outline = parts.map((part) => [part.number, part.title, part.slug, lastPage(part)]);
  const kinds = [themes.length > 0, sources.length > 0, people.length > 1, subjects.length > 0];
  return [title, person, lang, words, introduction, report, date, outline, kinds];
}

/** What any page may say of a quote. */
function shown(quote: Quote) {
  const { part, theme, source, person, subjects, ...own } = quote;
  return {
    ...own,
    part: part && [part.number, pageInPart(quote, part)],
    theme: theme && [theme.label, theme.slug],
    source: source && [source.name, source.slug],
    person: person && [person.name, person.slug],
    subjects: subjects.map(({ term, slug }) => [term, slug]),
  };
}

/**
 * A text that changes whenever anything does that a page shows: it must show nothing of the
 * collection but its title page, its parts by name, and these quotes. Where a quote may be missing,
 * as before the first, its place is kept.
 */
export function cacheKey(collection: Collection, quotes: (Quote | undefined)[]): string {
  const own = quotes.map((quote) => quote && remembered(quote, shown));
  return digest([remembered(collection, surroundings), ...own]);
}
