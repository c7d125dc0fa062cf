import {
  formerQuotes,
  isUnresolved,
  pathOf,
  recordOf,
  successorOf,
  type Pages,
} from './address-ledger.ts';
import {
  labelKinds,
  type AddressLedger,
  type Collection,
  type Destination,
  type FormerAddress,
  type LabelKind,
  type Ledger,
  type Quote,
} from './model.ts';
import { quoteTitle } from './quote-title.ts';

const toQuote = (quote: Quote): Destination => {
  return { path: pathOf('quotes', quote.id), label: quoteTitle(quote) };
};

const splitPath = (path: string) => path.split('/') as [kind: LabelKind | 'quotes', slug: string];

/** Returns the former theme of a quote, or its first words. */
function formerTitle(id: string, { quotes, labels }: AddressLedger): string | undefined {
  const theme = quotes[id]?.labels.find((path) => path.startsWith('themes/'));
  return (theme && labels[theme]?.label) ?? quotes[id]?.words;
}

/** Lists every published address that has no page now, and where it leads. */
export function formerAddresses(
  collection: Pages,
  ids: Ledger,
  ledger: AddressLedger,
): FormerAddress[] {
  const pages = new Map<string, Destination>();
  for (const quote of collection.quotes) {
    for (const id of [quote.id, ...quote.aliases]) pages.set(pathOf('quotes', id), toQuote(quote));
  }
  for (const kind of labelKinds) {
    for (const { slug, label } of collection[kind]) {
      const path = pathOf(kind, slug);
      pages.set(path, { path, label });
    }
  }
  /** The notice of a withdrawn quote or removed label, if the address is not redirected. */
  const formerPage = (path: string): Destination | undefined => {
    const [kind, slug] = splitPath(path);
    const record = ledger.labels[path];
    if (record && !record.to) return { path, label: record.label };
    const isGone = kind === 'quotes' && typeof ids[slug] === 'object';
    return isGone ? { path, label: formerTitle(slug, ledger) ?? slug } : undefined;
  };
  /** Finds the page at a path, or the one to which its label was renamed. */
  const find = (path: string, visited: string[] = []): Destination | undefined => {
    const page = pages.get(path);
    const record = ledger.labels[path];
    if (page || !record || visited.includes(path)) return page;
    if (record.to) return find(record.to, [...visited, path]) ?? formerPage(record.to);
    const [kind, slug] = splitPath(path);
    if (!isUnresolved(record) || kind === 'quotes') return undefined;
    const successor = successorOf(collection, ledger, kind, slug);
    return successor && pages.get(pathOf(kind, successor.slug));
  };

  const renamed = collection.quotes.flatMap((quote) =>
    quote.aliases.map((slug): FormerAddress => {
      return { kind: 'quotes', slug, to: toQuote(quote), instead: [] };
    }),
  );
  const withdrawn = Object.entries(ids).flatMap(([slug, state]): FormerAddress[] => {
    if (state === 'live') return [];
    const instead = ledger.quotes[slug]?.labels.flatMap((path) => find(path) ?? []) ?? [];
    return [{ kind: 'quotes', slug, label: formerTitle(slug, ledger), instead, ...state }];
  });
  const labels = Object.entries(ledger.labels).flatMap(([path, record]): FormerAddress[] => {
    if (pages.has(path)) return [];
    const [kind, slug] = splitPath(path);
    const { label, gone, reason, quotes = [] } = record;
    const to = find(path);
    const former = isUnresolved(record)
      ? formerQuotes(collection, ledger, path).map(toQuote)
      : quotes.flatMap((id) => find(pathOf('quotes', id)) ?? []);
    return [{ kind, slug, label, to, instead: to ? [] : former, gone, reason }];
  });
  return [...renamed, ...withdrawn, ...labels];
}

/**
 * Returns the ledger with the current labels, the destinations of former labels, and new ids with
 * the day on which they were added. Nothing is ever removed.
 */
export function updateAddresses(
  collection: Collection,
  ledger: AddressLedger,
  day: string,
): AddressLedger {
  const labels = { ...ledger.labels };
  for (const { kind, slug, to, instead } of collection.former) {
    const path = pathOf(kind, slug);
    const record = labels[path];
    if (!record || !isUnresolved(record)) continue;
    const quotes = instead.map((quote) => splitPath(quote.path)[1]);
    if (to) labels[path] = { ...record, to: to.path };
    else if (quotes.length > 0) labels[path] = { ...record, quotes };
    else labels[path] = { ...record, gone: day };
  }
  const labelsOf = new Map<Quote, string[]>();
  for (const kind of labelKinds) {
    for (const page of collection[kind]) {
      const path = pathOf(kind, page.slug);
      labels[path] = { label: page.label };
      for (const quote of page.quotes) labelsOf.set(quote, [...(labelsOf.get(quote) ?? []), path]);
    }
  }
  const quotes = { ...ledger.quotes };
  for (const quote of collection.quotes) {
    const added = recordOf(quote, ledger)?.added ?? day;
    const words = quote.theme ? {} : { words: quoteTitle(quote) };
    quotes[quote.id] = { added, labels: labelsOf.get(quote) ?? [], ...words };
  }
  return { labels: sorted(labels), quotes: sorted(quotes) };
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
