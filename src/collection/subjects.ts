import { pathOf } from './address-ledger.ts';
import { mentions } from './mentions.ts';
import type { Collection, CollectionConfig, Group, Quote, Subject } from './model.ts';
import { urls } from './urls.ts';
import { typeset } from '../text/typography.ts';

/** A link to a page of the collection, its text set in type. */
export interface Link {
  href: string;
  text: string;
}

/**
 * The subjects of a collection as it lists them, each with the quotes that mention it, if any. Gives
 * each quote the words by which people also search what its text, theme or source mentions.
 */
export function gatherSubjects({ subjects }: CollectionConfig, quotes: Quote[]): Subject[] {
  const named = subjects.map(({ term, ...subject }): Subject => {
    return { ...subject, label: term, slug: '', quotes: [] };
  });
  const mentioned = mentions(named);
  const searched = mentions(named.filter(({ search }) => search));
  for (const quote of quotes) {
    const { text, theme, source } = quote;
    for (const subject of mentioned(text).keys()) subject.quotes.push(quote);
    const around = searched([text, theme?.label, source?.label].join('\n\n'));
    quote.searchWords = [...around.keys()].flatMap(({ search = [] }) => search);
  }
  return named;
}

/** The most themes and sources that an index names beside a subject. */
const MAX_SEE_ALSO = 12;

/** Links to the themes and sources that name a subject and lead to quotes that do not. */
export function seeAlso({ lang, themes, sources }: Collection, subject: Subject): Link[] {
  const mentioned = mentions([subject]);
  const own = new Set(subject.quotes);
  const leadsOn = ({ label, quotes }: Group) =>
    mentioned(label).size > 0 && quotes.some((quote) => !own.has(quote));
  const linksTo = (kind: 'themes' | 'sources', groups: Group[]) =>
    groups.filter(leadsOn).map(({ label, slug }): Link => {
      return { href: urls.page(pathOf(kind, slug)), text: typeset(label, lang) };
    });
  return [...linksTo('themes', themes), ...linksTo('sources', sources)].slice(0, MAX_SEE_ALSO);
}

/** Other subjects of the same quotes, those first that share most for their size. */
export function nearestSubjects(subject: Subject, count: number): Subject[] {
  const others = subject.quotes.flatMap(({ subjects }) => subjects.filter((s) => s !== subject));
  return [...Map.groupBy(others, (other) => other)]
    .map(([other, { length }]) => ({ other, nearness: length / Math.sqrt(other.quotes.length) }))
    .toSorted((a, b) => b.nearness - a.nearness || (a.other.slug < b.other.slug ? -1 : 1))
    .slice(0, count)
    .map(({ other }) => other);
}
