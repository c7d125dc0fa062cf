import type { Quote } from './model.ts';

/** The name of the only person whom some quotes are by; none if they are by several or nobody. */
export function onlyPerson(quotes: Pick<Quote, 'person'>[]): string | undefined {
  const names = new Set(quotes.map(({ person }) => person?.label));
  return names.size === 1 ? [...names][0] : undefined;
}
