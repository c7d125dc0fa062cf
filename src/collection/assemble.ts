import type {
  CollectionConfig,
  Collection,
  Part,
  Quote,
  QuoteEntry,
  Source,
  Theme,
} from './model.ts';
import { indexOrder, readingOrder } from './order.ts';
import { slugger } from '../text/slug.ts';
import { gatherSubjects } from './subjects.ts';

/** Finds the group of a label, or makes it: labels are the same when their characters are. */
function grouper<Group>(make: (label: string, slug: string) => Group) {
  const groups = new Map<string, Group>();
  const slugFor = slugger();
  return {
    groups,
    of(label: string): Group {
      let group = groups.get(label);
      if (!group) groups.set(label, (group = make(label, slugFor(label))));
      return group;
    },
  };
}

/** Joins the title page and the quotes into a collection; entries must name existing parts. */
export function assemble(about: CollectionConfig, entries: QuoteEntry[]): Collection {
  const parts = about.parts.map((part, index): Part => {
    return { ...part, place: index + 1, quotes: [] };
  });
  const themes = grouper<Theme>((label, slug) => ({ label, slug, quotes: [] }));
  const sources = grouper<Source>((name, slug) => ({ name, slug, quotes: [] }));

  for (const part of parts) {
    const own = entries.filter((entry) => entry.part === part.number);
    part.quotes = readingOrder(own).map((entry): Quote => {
      const theme = themes.of(entry.theme);
      const source = sources.of(entry.source);
      const person = entry.person ?? about.person;
      const quote = {
        ...entry,
        part,
        theme,
        source,
        subjects: [],
        person,
        lang: entry.lang ?? about.lang,
      };
      theme.quotes.push(quote);
      source.quotes.push(quote);
      return quote;
    });
  }

  const quotes = parts.flatMap((part) => part.quotes);
  const subjects = gatherSubjects(about, quotes);
  for (const subject of subjects) {
    for (const quote of subject.quotes) quote.subjects.push(subject);
  }

  const byLabel = indexOrder(about.lang);
  return {
    ...about,
    parts,
    quotes,
    subjects,
    themes: [...themes.groups.values()].toSorted((a, b) => byLabel(a.label, b.label)),
    sources: [...sources.groups.values()].toSorted((a, b) => byLabel(a.name, b.name)),
  };
}
