import { pathOf } from './address-ledger.ts';
import { mentions } from './mentions.ts';
import type { Collection, CollectionConfig, Group, Quote, Subject } from './model.ts';
import { urls } from './urls.ts';
import { typeset } from '../text/typography.ts';

/** A link to a page of the collection, with typeset text. */
export interface Link {
  href: string;
  text: string;
}

/**
 * Returns all subjects, in the order of the settings, with the quotes that mention them. Also gives
 * each quote the `search` words of the subjects that its text, theme or source mentions.
 */
export function gatherSubjects({ subjects }: CollectionConfig, quotes: Quote[]): Subject[] {
  const gathered = subjects.map(({ term, ...subject }): Subject => {
    return { ...subject, label: term, slug: '', quotes: [] };
  });
  const mentioned = mentions(gathered);
  const searched = mentions(gathered.filter(({ search }) => search));
  for (const quote of quotes) {
    const { text, theme, source } = quote;
    for (const subject of mentioned(text).keys()) subject.quotes.push(quote);
    const withLabels = searched([text, theme?.label, source?.label].join('\n\n'));
    quote.searchWords = [...withLabels.keys()].flatMap(({ search = [] }) => search);
  }
  return gathered;
}

/** The most themes and sources that an index lists for a subject. */
const MAX_SEE_ALSO = 12;

/** Returns links to themes and sources that mention a subject and have quotes that do not. */
export function seeAlso({ lang, themes, sources }: Collection, subject: Subject): Link[] {
  const mentioned = mentions([subject]);
  const subjectQuotes = new Set(subject.quotes);
  const hasMore = ({ label, quotes }: Group) =>
    mentioned(label).size > 0 && quotes.some((quote) => !subjectQuotes.has(quote));
  const linksTo = (kind: 'themes' | 'sources', groups: Group[]) =>
    groups.filter(hasMore).map(({ label, slug }): Link => {
      return { href: urls.page(pathOf(kind, slug)), text: typeset(label, lang) };
    });
  return [...linksTo('themes', themes), ...linksTo('sources', sources)].slice(0, MAX_SEE_ALSO);
}

/** Returns other subjects of the same quotes; those that share most for their size come first. */
export function nearestSubjects(subject: Subject, count: number): Subject[] {
  const others = subject.quotes.flatMap(({ subjects }) => subjects.filter((s) => s !== subject));
  return [...Map.groupBy(others, (other) => other)]
    .map(([other, { length }]) => ({ other, nearness: length / Math.sqrt(other.quotes.length) }))
    .toSorted((a, b) => b.nearness - a.nearness || (a.other.slug < b.other.slug ? -1 : 1))
    .slice(0, count)
    .map(({ other }) => other);
}
