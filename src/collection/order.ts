import { memoize } from '../text/memoize.ts';
import type { Collection, Quote } from './model.ts';

/** Sorts the quotes of a part: by `order`, quotes without it last; then by id, in code units. */
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

/** Returns the position of a quote in a list, from 0. Lists are indexed once. */
export function positionIn(quotes: Quote[], { id }: Pick<Quote, 'id'>): number {
  return positionsOf(quotes).get(id) ?? -1;
}

/** Returns the previous and next quotes in reading order, also across parts. */
export function neighbours({ quotes }: Collection, quote: Quote) {
  const index = positionIn(quotes, quote);
  return { previous: quotes[index - 1], next: quotes[index + 1] };
}
