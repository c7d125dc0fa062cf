import type { Collection, Subject } from '../src/collection/model.ts';

/** Returns the subject that most quotes mention, if there is one. */
export function largestSubject({ subjects }: Collection): Subject | undefined {
  return subjects.toSorted((a, b) => b.quotes.length - a.quotes.length).at(0);
}

/** Returns one address, relative to the base, of each kind of page that is not a redirect. */
export function kindsOf(collection: Collection): Record<string, string> {
  const [first] = collection.quotes;
  if (!first) throw new Error('The collection has no quotes.');
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
