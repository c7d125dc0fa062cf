import { memoize } from '../text/memoize.ts';
import type { Collection, Quote } from './model.ts';

/** Order within a part: by `order`, those without one last; ties by id, in code units. */
export function readingOrder<Q extends { id: string; order?: number }>(quotes: Q[]): Q[] {
  return quotes.toSorted((a, b) => {
    const byOrder = (a.order ?? Infinity) - (b.order ?? Infinity);
    return byOrder || (a.id < b.id ? -1 : 1);
  });
}

const positionsOf = memoize(
  (quotes: Quote[]) => new Map(quotes.map(({ id }, position) => [id, position])),
  new WeakMap(),
);

/** The position of a quote in a list (from 0), found by its id without going through the list. */
export function positionIn(quotes: Quote[], { id }: Pick<Quote, 'id'>): number {
  return positionsOf(quotes).get(id) ?? -1;
}

/** The quotes before and after one in reading order, across the ends of parts. */
export function neighbours({ quotes }: Collection, quote: Quote) {
  const index = positionIn(quotes, quote);
  return { previous: quotes[index - 1], next: quotes[index + 1] };
}
