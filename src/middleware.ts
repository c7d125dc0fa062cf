import type { MiddlewareHandler } from 'astro';
import type { Collection } from './collection/model.ts';
import { loadCollection } from './content.ts';
import { type Words, words } from './i18n/words.ts';
import { directionOf } from './text/language.ts';
import { memoize } from './text/memoize.ts';
import { typeset } from './text/typography.ts';

/** What pages, layouts and components find in `Astro.locals`, besides the words of the interface. */
export interface Locals extends Words {
  collection: Collection;
  /** Set where the pages run from right to left. */
  dir: 'rtl' | undefined;
  /** Sets a text of the collection, or what follows `before` in it, by the rules of its language. */
  typeset: (text: string, before?: string) => string;
}

const localsOf = memoize(
  (collection: Collection): Locals => ({
    ...words(collection),
    collection,
    dir: directionOf(collection.lang) === 'rtl' ? 'rtl' : undefined,
    typeset: (text, before) => typeset(text, collection.lang, before),
  }),
  new WeakMap(),
);

/** Gives every page the collection and its interface. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  Object.assign(locals, localsOf(await loadCollection()));
  return next();
};
