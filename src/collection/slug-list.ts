import { labelKinds, type Collection } from './model.ts';

/** The slugs of one kind of page, for scripts that find a page or pick a random one. */
export interface SlugList {
  /** In the order of the collection. */
  slugs: string[];
  /** Published slugs that have no page now. */
  former: string[];
}

/** Returns the slugs of every kind of page that the collection has, by folder. */
export function slugLists(collection: Collection): Record<string, SlugList> {
  const former = Map.groupBy(collection.former, ({ kind }) => kind);
  const lists = ['quotes' as const, ...labelKinds].map((kind) => {
    const slugs = collection[kind].map((page) => ('id' in page ? page.id : page.slug));
    return [kind, { slugs, former: (former.get(kind) ?? []).map(({ slug }) => slug) }] as const;
  });
  return Object.fromEntries(lists.filter(([, { slugs }]) => slugs.length > 0));
}
