import type { Collection, Subject } from '../src/collection/model.ts';

/** The subject that most quotes mention; a collection may have none. */
export function largestSubject({ subjects }: Collection): Subject | undefined {
  return subjects.toSorted((a, b) => b.quotes.length - a.quotes.length).at(0);
}

/** One address of each kind of page on which a reader stays, relative to the base. */
export function kindsOf(collection: Collection): Record<string, string> {
  const [first] = collection.quotes;
  if (!first) throw new Error('The collection has no quote to test with.');
  const subject = largestSubject(collection);
  const [ownPage] = collection.ownPages;
  return {
    title: '',
    ...(first.part && { part: `parts/${first.part.slug}/` }),
    quote: `quotes/${first.id}/`,
    book: 'quotes/',
    ...(first.theme && { themes: 'themes/', theme: `themes/${first.theme.slug}/` }),
    ...(first.source && { sources: 'sources/', source: `sources/${first.source.slug}/` }),
    ...(collection.people.length > 0 &&
      first.person && { people: 'people/', person: `people/${first.person.slug}/` }),
    ...(subject && { subjects: 'subjects/', subject: `subjects/${subject.slug}/` }),
    search: 'search/',
    saved: 'saved/',
    ...(ownPage && { 'own page': `${ownPage.slug}/` }),
    'not found': '404.html',
    offline: 'offline/',
  };
}
