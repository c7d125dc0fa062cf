import type { Collection } from './model.ts';

/** The slugs of one kind of page, for scripts that look for a page or draw one. */
export interface SlugList {
  /** In the order of the collection. */
  slugs: string[];
  /** Those that only lead to one of the others. */
  former: string[];
}

/** The slugs of every kind of page that the collection has, by the folder of their addresses. */
export function slugLists(collection: Collection): Record<string, SlugList> {
  const { quotes, parts, themes, sources, subjects } = collection;
  const slugsOf = (pages: { slug: string }[]): SlugList => {
    return { slugs: pages.map(({ slug }) => slug), former: [] };
  };
  const lists = {
    quotes: {
      slugs: quotes.map(({ id }) => id),
      former: quotes.flatMap(({ aliases }) => aliases),
    },
    parts: slugsOf(parts),
    themes: slugsOf(themes),
    sources: slugsOf(sources),
    subjects: slugsOf(subjects),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, { slugs }]) => slugs.length > 0));
}
