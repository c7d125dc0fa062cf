import type { Collection, Person, Quote } from './model.ts';

/** Who has a page: everybody where more than one person is quoted, else nobody. */
export function listedPeople({ people }: Pick<Collection, 'people'>): Person[] {
  return people.length > 1 ? people : [];
}

/** The name of the only person whom some quotes are by; none if they are by several or nobody. */
export function onlyPerson(quotes: Pick<Quote, 'person'>[]): string | undefined {
  const names = new Set(quotes.map(({ person }) => person?.name));
  return names.size === 1 ? [...names][0] : undefined;
}
