import { assignSlugs, emptyAddresses, recordOf } from './address-ledger.ts';
import { formerAddresses } from './former-addresses.ts';
import {
  indexKinds,
  type AddressLedger,
  type CollectionConfig,
  type Collection,
  type Group,
  type Ledger,
  type OwnPage,
  type Part,
  type Quote,
  type QuoteEntry,
} from './model.ts';
import { indexOrder } from '../text/index-order.ts';
import { readingOrder } from './order.ts';
import { gatherSubjects } from './subjects.ts';

/** Finds or creates the group of a label. Labels are compared character by character. */
function groupOf(groups: Map<string, Group>, label: string | undefined): Group | undefined {
  if (label === undefined) return undefined;
  const group = groups.get(label) ?? { label, slug: '', quotes: [] };
  groups.set(label, group);
  return group;
}

/** Assembles a collection; published pages keep addresses. Entries must name existing parts. */
export function assemble(
  config: CollectionConfig,
  entries: QuoteEntry[],
  { ledger = {}, addresses = emptyAddresses }: { ledger?: Ledger; addresses?: AddressLedger } = {},
  ownPages: OwnPage[] = [],
): Collection {
  const { lang } = config;
  const parts = config.parts.map(({ title, ...part }, index): Part => {
    return { ...part, label: title, position: index + 1, quotes: [] };
  });
  const themes = new Map<string, Group>();
  const sources = new Map<string, Group>();
  const people = new Map<string, Group>();

  const quoteOf = (entry: QuoteEntry, part?: Part): Quote => {
    const groups = {
      part,
      theme: groupOf(themes, entry.theme),
      source: groupOf(sources, entry.source),
      person: groupOf(people, entry.person ?? config.person),
    };
    const added = recordOf(entry, addresses)?.added;
    const defaults = { subjects: [], searchWords: [], lang: entry.lang ?? lang, added };
    const quote: Quote = { ...entry, ...groups, ...defaults };
    for (const group of Object.values(groups)) group?.quotes.push(quote);
    return quote;
  };
  const byPart = Map.groupBy(readingOrder(entries), ({ part }) => part);
  const quotes = (parts.length > 0 ? parts : [undefined]).flatMap((part) =>
    (byPart.get(part?.number) ?? []).map((entry) => quoteOf(entry, part)),
  );
  const pages = {
    parts,
    quotes,
    themes: [...themes.values()],
    sources: [...sources.values()],
    // People have pages only if the collection quotes more than one.
    people: people.size > 1 ? [...people.values()] : [],
    subjects: gatherSubjects(config, quotes),
  };
  // Before sorting: of new labels with the same slug, the first in reading order, or in the list of
  // subjects, gets no number.
  for (const kind of indexKinds) assignSlugs(pages, kind, addresses, lang);
  for (const kind of indexKinds) {
    const order = indexOrder(lang, kind === 'people' ? 'name' : 'title');
    pages[kind].sort((a, b) => order(a.label, b.label));
  }
  pages.subjects = pages.subjects.filter((subject) => subject.quotes.length > 0);
  for (const subject of pages.subjects) {
    for (const quote of subject.quotes) quote.subjects.push(subject);
  }
  return { ...config, ...pages, former: formerAddresses(pages, ledger, addresses), ownPages };
}
