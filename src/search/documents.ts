import type { Collection } from '../collection/model.ts';
import { type PageOf, paginate } from '../collection/pagination.ts';
import { urls } from '../collection/urls.ts';
import { tokenize } from '../text/tokenize.ts';

/** The data that the browser needs to find and show a quote, as written. */
export interface SearchDocument {
  id: string;
  /** The printed number of the part. */
  part?: number;
  theme?: string;
  source?: string;
  text: string;
  /** Person and language only if they differ from the collection's. */
  person?: string;
  lang?: string;
  /** Subjects and their search words, except those whose words are all in the text. */
  subjects?: string[];
}

/** Parts and quotes are in reading order. */
export interface SearchData {
  title?: string;
  person?: string;
  /** `label` is what readers call the part; by default "Part 3". */
  parts: { number: number; title: string; label?: string }[];
  quotes: SearchDocument[];
}

/** The content of `/search.json`; a large collection has shards instead of quotes. */
export interface SearchManifest extends SearchData {
  /** The addresses of the shards, in reading order. */
  shards?: string[];
  /** The number of quotes in all shards. */
  count?: number;
}

// About 900 quotes, 80 kB compressed: a slow connection loads them in a second or two.
const MAX_BYTES = 256 * 1024;

/** Extracts from a collection only what the search needs. */
export function searchData({ title, person, lang, parts, quotes }: Collection): SearchData {
  return {
    title,
    person,
    parts: parts.map(({ number, label }) => ({ number, title: label })),
    quotes: quotes.map((quote): SearchDocument => {
      const inText = new Set(tokenize(quote.text).map(({ term }) => term));
      const subjects = [...quote.subjects.map(({ label }) => label), ...quote.searchWords].filter(
        (subject) => tokenize(subject).some(({ term }) => !inText.has(term)),
      );
      return {
        id: quote.id,
        part: quote.part?.number,
        theme: quote.theme?.label,
        source: quote.source?.label,
        text: quote.text,
        person: quote.person?.label === person ? undefined : quote.person?.label,
        lang: quote.lang === lang ? undefined : quote.lang,
        subjects: subjects.length > 0 ? subjects : undefined,
      };
    }),
  };
}

/** Splits the quotes into files of about the same size; returns none if a single file is enough. */
export function searchShards({ quotes }: SearchData): PageOf<SearchDocument>[] {
  const files = Math.ceil(Buffer.byteLength(JSON.stringify(quotes)) / MAX_BYTES);
  return files > 1 ? paginate(quotes, Math.ceil(quotes.length / files)) : [];
}

/** Returns the content of `/search.json`. */
export function searchManifest(data: SearchData): SearchManifest {
  const shards = searchShards(data);
  if (shards.length === 0) return data;
  return { ...data, quotes: [], shards: shards.map(urls.searchShard), count: data.quotes.length };
}
