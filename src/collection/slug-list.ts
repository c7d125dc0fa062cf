import { labelKinds, type Collection } from './model.ts';

/** The slugs of one kind of page, for scripts that look for a page or draw one. */
export interface SlugList {
  /** In the order of the collection. */
  slugs: string[];
  /** Those that were published and have no page of their own now. */
  former: string[];
}

/** The slugs of every kind of page that the collection has, by the folder of their addresses. */
export function slugLists(collection: Collection): Record<string, SlugList> {
  const lists = ['quotes' as const, ...labelKinds].map((kind) => {
    const slugs =
      kind === 'quotes'
        ? collection.quotes.map(({ id }) => id)
        : collection[kind].map(({ slug }) => slug);
    const former = collection.former.flatMap((address) =>
      address.kind === kind ? [address.slug] : [],
    );
    return [kind, { slugs, former }] as const;
  });
  return Object.fromEntries(lists.filter(([, { slugs }]) => slugs.length > 0));
}
