import type {
  CollectionConfig,
  Collection,
  Part,
  Person,
  Quote,
  QuoteEntry,
  Source,
  Theme,
} from './model.ts';
import { indexOrder, readingOrder } from './order.ts';
import { slugger } from '../text/slug.ts';
import { gatherSubjects } from './subjects.ts';

/** Finds the group of a label, or makes it: labels are the same when their characters are. */
function grouper<Group extends { quotes: Quote[] }>(make: (label: string, slug: string) => Group) {
  const groups = new Map<string, Group>();
  const slugFor = slugger();
  return {
    groups,
    of(label: string | undefined): Group | undefined {
      if (label === undefined) return undefined;
      let group = groups.get(label);
      if (!group) groups.set(label, (group = make(label, slugFor(label))));
      return group;
    },
  };
}

/** Joins the settings and the quotes into a collection; entries must name existing parts. */
export function assemble(about: CollectionConfig, entries: QuoteEntry[]): Collection {
  const parts = about.parts.map((part, index): Part => {
    return { ...part, place: index + 1, quotes: [] };
  });
  const themes = grouper<Theme>((label, slug) => ({ label, slug, quotes: [] }));
  const sources = grouper<Source>((name, slug) => ({ name, slug, quotes: [] }));
  const people = grouper<Person>((name, slug) => ({ name, slug, quotes: [] }));

  const place = (entry: QuoteEntry, inPart?: Part): Quote => {
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
      lang: entry.lang ?? about.lang,
    };
    for (const group of [inPart, theme, source, person]) group?.quotes.push(quote);
    return quote;
  };
  const byPart = Map.groupBy(entries, ({ part }) => part);
  const quotes =
    parts.length === 0
      ? readingOrder(entries).map((entry) => place(entry))
      : parts.flatMap((part) =>
          readingOrder(byPart.get(part.number) ?? []).map((entry) => place(entry, part)),
        );
  const subjects = gatherSubjects(about, quotes);
  for (const subject of subjects) {
    for (const quote of subject.quotes) quote.subjects.push(subject);
  }

  const byLabel = indexOrder(about.lang);
  const byName = (a: { name: string }, b: { name: string }) => byLabel(a.name, b.name);
  return {
    ...about,
    parts,
    quotes,
    subjects,
    themes: [...themes.groups.values()].toSorted((a, b) => byLabel(a.label, b.label)),
    sources: [...sources.groups.values()].toSorted(byName),
    people: [...people.groups.values()].toSorted(byName),
  };
}
