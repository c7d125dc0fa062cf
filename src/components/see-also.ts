import type { Collection, Subject } from '../collection/model.ts';
import { seeAlso } from '../collection/subjects.ts';
import { typeset } from '../text/typography.ts';
import { urls } from '../collection/urls.ts';

const MAX_LINKS = 12;

/** Links to the first themes and sources that an index names beside a subject. */
export function seeAlsoLinks(
  collection: Collection,
  subject: Subject,
): { text: string; href: string }[] {
  const { themes, sources } = seeAlso(collection, subject);
  const { lang } = collection;
  const links = [
    ...themes.map((theme) => ({ text: typeset(theme.label, lang), href: urls.theme(theme) })),
    ...sources.map((source) => ({ text: typeset(source.name, lang), href: urls.source(source) })),
  ];
  return links.slice(0, MAX_LINKS);
}
