import type { QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import type { ImportedQuote } from './item.ts';

/**
 * Plans which `order` fields to write. A part that is in the order of the import needs none. In a
 * part that the curator has reordered, only new quotes get one, at the end. Otherwise as few as
 * possible change.
 */
export function planOrders(
  quotes: ImportedQuote[],
  matches: Map<ImportedQuote, QuoteEntry>,
  mayOverwrite: (message: string) => boolean,
  overwrite = false,
): Map<ImportedQuote, number> {
  const orders = new Map<ImportedQuote, number>();
  for (const [part, all] of Map.groupBy(quotes, (quote) => quote.part)) {
    // Skips quotes that stay in another part.
    const members = all.filter((quote) => overwrite || (matches.get(quote)?.part ?? part) === part);
    const wanted = members.flatMap((quote) => matches.get(quote) ?? []);
    const current = readingOrder(wanted.filter((entry) => entry.part === part));
    const isGiven = members.some(({ order }) => order !== undefined);
    const isInOrder = current.every((entry, index) => entry === wanted[index]);
    if (!isGiven && isInOrder && current.length === members.length) continue;
    const where = part === undefined ? '' : ` of part ${part}`;
    const message = `order: the quotes${where} are not in the order of the import`;
    const isKept = !isGiven && !isInOrder && !mayOverwrite(message);
    let last = isKept ? Math.max(0, ...current.map(({ order }) => order ?? 0)) : 0;
    for (const quote of isKept ? members.filter((member) => !matches.has(member)) : members) {
      const entry = matches.get(quote);
      const before = entry?.part === part ? entry?.order : undefined;
      const order = quote.order ?? (before !== undefined && before > last ? before : last + 1);
      if (order !== before) orders.set(quote, order);
      last = order;
    }
  }
  return orders;
}
