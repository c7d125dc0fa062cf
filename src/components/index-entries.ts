import { indexPages, type IndexPage } from '../collection/alphabetical-index.ts';
import type { Collection, LabelKind, Quote } from '../collection/model.ts';
import { words } from '../i18n/words.ts';
import { listedPeople } from '../collection/people.ts';
import { indexLetter, type LabelType } from '../text/index-order.ts';
import { typeset } from '../text/typography.ts';
import { pagePath, urls } from '../collection/urls.ts';
import { type Link, seeAlso } from '../collection/subjects.ts';

/** What has an index, by the folder of its addresses. */
export type IndexKind = Exclude<LabelKind, 'parts'>;

export interface IndexEntry extends Link {
  /** The heading under which the index lists it. */
  letter: string;
  note: string;
  seeAlso?: Link[];
  className?: string;
}

/** A page of an index: one of a letter, or the first, which leads to all letters. */
export type IndexProps = {
  collection: Collection;
  kind: IndexKind;
  /** In the order of the index, all of them. */
  entries: IndexEntry[];
  /** Those of a large index by letter, in order, and the position of this page among them. */
  pages: IndexPage<IndexEntry>[];
  at?: number;
};

/** The paths of the pages of every index, as parameters `kind` and `index`; none for an empty index. */
export function indexPaths(
  collection: Collection,
): { params: { kind: IndexKind; index: string | undefined }; props: IndexProps }[] {
  return indexes(collection).flatMap(([kind, entries]) => {
    if (entries.length === 0) return [];
    const pages = indexPages(entries);
    const shared = { collection, kind, entries, pages };
    return [
      { params: { kind, index: undefined }, props: shared },
      ...pages.map(({ page, slug }, at) => ({
        params: { kind, index: pagePath(page, slug) },
        props: { ...shared, at },
      })),
    ];
  });
}

function indexes(collection: Collection): [IndexKind, IndexEntry[]][] {
  const { themes, sources, subjects, lang } = collection;
  const { t } = words(collection);
  const entry = (label: string, href: string, quotes: Quote[], type?: LabelType): IndexEntry => ({
    letter: indexLetter(label, lang, type),
    text: typeset(label, lang),
    href,
    note: t('count.quotes', { count: quotes.length }),
  });
  const themeEntries = themes.map((theme) => {
    const { label, quotes } = theme;
    const part = quotes[0]?.part;
    return {
      ...entry(label, urls.theme(theme), quotes),
      ...(part && { className: `part-${part.position}` }),
      ...(part && quotes.length === 1 && { note: t('part', { number: String(part.number) }) }),
    };
  });
  return [
    ['themes', themeEntries],
    ['sources', sources.map((source) => entry(source.name, urls.source(source), source.quotes))],
    [
      'people',
      listedPeople(collection).map((person) =>
        entry(person.name, urls.person(person), person.quotes, 'name'),
      ),
    ],
    [
      'subjects',
      subjects.map((subject) => ({
        ...entry(subject.term, urls.subject(subject), subject.quotes),
        seeAlso: seeAlso(collection, subject),
      })),
    ],
  ];
}
