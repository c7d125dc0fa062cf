import type { MiddlewareHandler } from 'astro';
import type { Collection } from './collection/model.ts';
import { loadCollection } from './content.ts';
import { type Words, words } from './i18n/words.ts';
import { directionOf } from './text/language.ts';
import { memoize } from './text/memoize.ts';
import { typeset } from './text/typography.ts';

/** The type of `Astro.locals`: the collection and its interface. */
export interface Locals extends Words {
  collection: Collection;
  /** Undefined if pages run from left to right. */
  dir: 'rtl' | undefined;
  /** Typesets a text of the collection, or the part of it that follows `before`. */
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

/** Adds the collection and its interface to `Astro.locals`. */
export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  Object.assign(locals, localsOf(await loadCollection()));
  return next();
};
