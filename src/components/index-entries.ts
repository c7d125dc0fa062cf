import { letterPages, type LetterPage } from '../collection/alphabetical-index.ts';
import type { Collection } from '../collection/model.ts';
import type { Key } from '../i18n/dictionary.ts';
import { words } from '../i18n/words.ts';
import { listedPeople } from '../collection/people.ts';
import { indexLetter } from '../text/index-order.ts';
import { typeset } from '../text/typography.ts';
import { pagePath, urls } from '../collection/urls.ts';
import { seeAlsoLinks } from './see-also.ts';

export interface IndexEntry {
  /** The heading under which the index lists it. */
  letter: string;
  /** Its label as set in type, which is what the index shows. */
  text: string;
  href: string;
  note: string;
  /** Other places to look, as set in type. */
  seeAlso?: { text: string; href: string }[];
  className?: string;
}

/** The message that counts what an index lists. */
export type CountKey = Extract<Key, `count.${string}`>;

/** A page of an index: one of a letter, or the first, which leads to all letters. */
export type IndexProps = {
  collection: Collection;
  /** In the order of the index, all of them. */
  entries: IndexEntry[];
  /** Those of a large index by letter, in order, and the place among them. */
  pages: LetterPage<IndexEntry>[];
  at?: number;
};

/** The paths of the pages of an index, as parameter `index`; none for an index without entries. */
export function indexPaths(
  collection: Collection,
  entries: IndexEntry[],
): { params: { index: string | undefined }; props: IndexProps }[] {
  if (entries.length === 0) return [];
  const pages = letterPages(entries);
  const shared = { collection, entries, pages };
  return [
    { params: { index: undefined }, props: shared },
    ...pages.map(({ page, slug }, at) => ({
      params: { index: pagePath(page, slug) },
      props: { ...shared, at },
    })),
  ];
}

/** Each with its part, or how many quotes it has. */
export function themeEntries(collection: Collection): IndexEntry[] {
  const { themes, lang } = collection;
  const { t } = words(collection);
  return themes.map((theme) => {
    const { length } = theme.quotes;
    const part = theme.quotes[0]?.part;
    return {
      letter: indexLetter(theme.label, lang),
      text: typeset(theme.label, lang),
      href: urls.theme(theme),
      note:
        length > 1 || !part
          ? t('count.quotes', { count: length })
          : t('part', { number: String(part.number) }),
      ...(part && { className: `part-${part.place}` }),
    };
  });
}

/** Each with how many quotes it has. */
export function sourceEntries(collection: Collection): IndexEntry[] {
  const { sources, lang } = collection;
  const { t } = words(collection);
  return sources.map((source) => ({
    letter: indexLetter(source.name, lang),
    text: typeset(source.name, lang),
    href: urls.source(source),
    note: t('count.quotes', { count: source.quotes.length }),
  }));
}

/** Each with how many quotes it has. */
export function personEntries(collection: Collection): IndexEntry[] {
  const { lang } = collection;
  const { t } = words(collection);
  return listedPeople(collection).map((person) => ({
    letter: indexLetter(person.name, lang, 'name'),
    text: typeset(person.name, lang),
    href: urls.person(person),
    note: t('count.quotes', { count: person.quotes.length }),
  }));
}

/** Each with how many quotes it has, and where else to look. */
export function subjectEntries(collection: Collection): IndexEntry[] {
  const { subjects, lang } = collection;
  const { t } = words(collection);
  return subjects.map((subject) => ({
    letter: indexLetter(subject.term, lang),
    text: typeset(subject.term, lang),
    href: urls.subject(subject),
    note: t('count.quotes', { count: subject.quotes.length }),
    seeAlso: seeAlsoLinks(collection, subject),
  }));
}
