import type { QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import type { ImportedQuote } from './item.ts';

/**
 * The orders that have to be written: none in a part whose quotes are in the order of the import, or that
 * the curator has put in another order; else as few as put new quotes in their place.
 */
export function planOrders(
  quotes: ImportedQuote[],
  matches: Map<ImportedQuote, QuoteEntry>,
  entries: QuoteEntry[],
  mayOverwrite: (message: string) => boolean,
  overwrite = false,
): Map<ImportedQuote, number> {
  const orders = new Map<ImportedQuote, number>();
  for (const part of new Set(quotes.map((quote) => quote.part))) {
    // A quote that stays in another part has no place in this one.
    const own = quotes.filter(
      (quote) => quote.part === part && (overwrite || (matches.get(quote)?.part ?? part) === part),
    );
    const wanted = own.flatMap((quote) => matches.get(quote) ?? []);
    const there = new Set(wanted);
    const standing = readingOrder(entries.filter((entry) => entry.part === part)).filter((entry) =>
      there.has(entry),
    );
    const isGiven = own.some(({ order }) => order !== undefined);
    const isInOrder = standing.every((entry, index) => entry === wanted[index]);
    if (!isGiven && isInOrder && standing.length === own.length) continue;
    const isKept =
      !isGiven &&
      !isInOrder &&
      !mayOverwrite(
        `order: the quotes${part === undefined ? '' : ` of part ${part}`} are in another order than in the import`,
      );
    const placed = isKept ? own.filter((quote) => !matches.has(quote)) : own;
    let last = isKept ? Math.max(0, ...standing.map(({ order }) => order ?? 0)) : 0;
    for (const quote of placed) {
      const entry = matches.get(quote);
      const before = entry && entry.part === part ? entry.order : undefined;
      const order = quote.order ?? (before !== undefined && before > last ? before : last + 1);
      if (order !== before) orders.set(quote, order);
      last = order;
    }
  }
  return orders;
}
