import { assignSlugs, emptyAddresses, recordOf } from './address-ledger.ts';
import { formerAddresses } from './former-addresses.ts';
import {
  labelKinds,
  type AddressLedger,
  type CollectionConfig,
  type Collection,
  type Ledger,
  type OwnPage,
  type Part,
  type Person,
  type Quote,
  type QuoteEntry,
  type Source,
  type Theme,
} from './model.ts';
import { indexOrder } from '../text/index-order.ts';
import { readingOrder } from './order.ts';
import { gatherSubjects, searchWordsOf } from './subjects.ts';

/** Finds the group of a label, or makes it: labels are the same when their characters are. */
function grouper<Group extends { quotes: Quote[] }>(make: (label: string) => Group) {
  const groups = new Map<string, Group>();
  return {
    groups,
    of(label: string | undefined): Group | undefined {
      if (label === undefined) return undefined;
      let group = groups.get(label);
      if (!group) groups.set(label, (group = make(label)));
      return group;
    },
  };
}

/** What a collection has published, as its ledgers tell. */
export interface Published {
  ledger?: Ledger | undefined;
  addresses?: AddressLedger | undefined;
}

/**
 * Joins the settings and the quotes into a collection; entries must name existing parts. What was
 * published keeps its address.
 */
export function assemble(
  about: CollectionConfig,
  entries: QuoteEntry[],
  { ledger = {}, addresses = emptyAddresses }: Published = {},
  ownPages: OwnPage[] = [],
): Collection {
  const parts = about.parts.map((part, index): Part => {
    return { ...part, position: index + 1, quotes: [] };
  });
  const themes = grouper<Theme>((label) => ({ label, slug: '', quotes: [] }));
  const searchWords = searchWordsOf(about);
  const sources = grouper<Source>((name) => ({ name, slug: '', quotes: [] }));
  const people = grouper<Person>((name) => ({ name, slug: '', quotes: [] }));

  const quoteOf = (entry: QuoteEntry, inPart?: Part): Quote => {
    const theme = themes.of(entry.theme);
    const source = sources.of(entry.source);
    const person = people.of(entry.person ?? about.person);
    const quote: Quote = {
      ...entry,
      part: inPart,
      theme,
      source,
      person,
      subjects: [],
      searchWords: searchWords(entry),
      lang: entry.lang ?? about.lang,
      added: recordOf(entry, addresses)?.added,
    };
    for (const group of [inPart, theme, source, person]) group?.quotes.push(quote);
    return quote;
  };
  const byPart = Map.groupBy(entries, ({ part }) => part);
  const quotes =
    parts.length === 0
      ? readingOrder(entries).map((entry) => quoteOf(entry))
      : parts.flatMap((part) =>
          readingOrder(byPart.get(part.number) ?? []).map((entry) => quoteOf(entry, part)),
        );
  const byLabel = indexOrder(about.lang);
  const byName = indexOrder(about.lang, 'name');
  const named = gatherSubjects(about, quotes);
  const subjects = named
    .filter((subject) => subject.quotes.length > 0)
    .toSorted((a, b) => byLabel(a.term, b.term));
  for (const subject of subjects) {
    for (const quote of subject.quotes) quote.subjects.push(subject);
  }

  const pages = {
    parts,
    quotes,
    themes: [...themes.groups.values()],
    sources: [...sources.groups.values()],
    // One person alone needs no page.
    people: people.groups.size > 1 ? [...people.groups.values()] : [],
    subjects: named,
  };
  // Where a label is new, the first in reading order, or in the list of subjects, has no number.
  for (const kind of labelKinds)
    if (kind !== 'parts') assignSlugs(pages, kind, addresses, about.lang);

  return {
    ...about,
    ...pages,
    themes: pages.themes.toSorted((a, b) => byLabel(a.label, b.label)),
    sources: pages.sources.toSorted((a, b) => byLabel(a.name, b.name)),
    people: pages.people.toSorted((a, b) => byName(a.name, b.name)),
    subjects,
    former: formerAddresses({ ...pages, subjects }, ledger, addresses),
    ownPages,
  };
}
