import { getCollection, getEntry } from 'astro:content';
import { assemble } from './collection/assemble.ts';
import type { Collection, Quote, Withdrawn } from './collection/model.ts';
import { isEnabled, type Output } from './outputs/selection.ts';

let held: Promise<Collection> | undefined;

/**
 * The collection that this build is of: the one place that asks Astro for content. Every page of a
 * build gets the same one, so what is worked out for it once need not be again.
 */
export function loadCollection(): Promise<Collection> {
  return import.meta.env.PROD ? (held ??= gather()) : gather();
}

async function gather(): Promise<Collection> {
  const about = await getEntry('about', 'about');
  const quotes = await getCollection('quotes');
  return assemble(
    about!.data.about,
    quotes.map(({ data }) => data),
  );
}

/** The quotes that were published once and withdrawn. */
export async function loadWithdrawn(): Promise<Withdrawn[]> {
  const about = await getEntry('about', 'about');
  return about!.data.withdrawn;
}

interface NamedPath {
  params: { id: string };
  props: { collection: Collection; quote: Quote };
}

/**
 * The paths of an output, one for each name that the quote has or had: nobody follows a redirect
 * from a frame or a script. None where the build goes without it.
 */
export async function namedPaths(output: Output): Promise<NamedPath[]> {
  if (!isEnabled(output)) return [];
  const collection = await loadCollection();
  return collection.quotes.flatMap((quote) =>
    [quote.id, ...quote.aliases].map((id) => ({ params: { id }, props: { collection, quote } })),
  );
}
