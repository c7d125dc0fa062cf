import type { Quote } from './model.ts';

/** Returns the name of the person if all quotes are by the same one. */
export function onlyPerson(quotes: Pick<Quote, 'person'>[]): string | undefined {
  const names = new Set(quotes.map(({ person }) => person?.label));
  return names.size === 1 ? [...names][0] : undefined;
}
