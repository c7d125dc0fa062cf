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
  mayOverwrite: (message: string) => boolean,
  overwrite = false,
): Map<ImportedQuote, number> {
  const orders = new Map<ImportedQuote, number>();
  for (const [part, all] of Map.groupBy(quotes, (quote) => quote.part)) {
    // A quote that stays in another part has no place in this one.
    const members = all.filter((quote) => overwrite || (matches.get(quote)?.part ?? part) === part);
    const wanted = members.flatMap((quote) => matches.get(quote) ?? []);
    const current = readingOrder(wanted.filter((entry) => entry.part === part));
    const isGiven = members.some(({ order }) => order !== undefined);
    const isInOrder = current.every((entry, index) => entry === wanted[index]);
    if (!isGiven && isInOrder && current.length === members.length) continue;
    const where = part === undefined ? '' : ` of part ${part}`;
    const message = `order: the quotes${where} are in another order than in the import`;
    const isKept = !isGiven && !isInOrder && !mayOverwrite(message);
    let last = isKept ? Math.max(0, ...current.map(({ order }) => order ?? 0)) : 0;
    for (const quote of isKept ? members.filter((each) => !matches.has(each)) : members) {
      const entry = matches.get(quote);
      const before = entry?.part === part ? entry?.order : undefined;
      const order = quote.order ?? (before !== undefined && before > last ? before : last + 1);
      if (order !== before) orders.set(quote, order);
      last = order;
    }
  }
  return orders;
}
