import { getCollection, getEntry } from 'astro:content';
import { assemble } from './collection/assemble.ts';
import type { Collection } from './collection/model.ts';

/** The collection that this build is of: the one place that asks Astro for content. */
export async function loadCollection(): Promise<Collection> {
  const about = await getEntry('about', 'about');
  const quotes = await getCollection('quotes');
  return assemble(
    about!.data,
    quotes.map(({ data }) => data),
  );
}
