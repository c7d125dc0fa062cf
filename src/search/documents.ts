import type { Collection } from '../collection/model.ts';
import { type PageOf, paginate } from '../collection/pagination.ts';
import { urls } from '../collection/urls.ts';
import { tokenize } from '../text/tokenize.ts';

/** What the browser needs of one quote in order to find and show it; characters as written. */
export interface SearchDocument {
  id: string;
  /** The printed number of the part. */
  part?: number;
  theme?: string;
  source?: string;
  text: string;
  /** Only where it differs from the collection's. */
  person?: string;
  /** Only where it differs from the collection's. */
  lang?: string;
  /** Its subjects, and words that also find them: only those that are not in the text already. */
  subjects?: string[];
}

/** Parts in their order, quotes in reading order. */
export interface SearchData {
  title?: string;
  person?: string;
  /** The label is what readers call a part, by default "Part 3". */
  parts: { number: number; title: string; label?: string }[];
  quotes: SearchDocument[];
}

/** The content of `/search.json`: all of a small collection; of a large one where the quotes are. */
export interface SearchManifest extends SearchData {
  /** The addresses of the shards, in reading order. */
  shards?: string[];
  /** How many quotes there are in them. */
  count?: number;
}

// Some 900 quotes, 80 kB compressed: a slow connection brings them in a second or two.
const MAX_BYTES = 256 * 1024;

/** The searchable part of a collection, without anything that search does not need. */
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

/** The quotes in files of about the same size where they are too many for one, and else nothing. */
export function searchShards({ quotes }: SearchData): PageOf<SearchDocument>[] {
  const files = Math.ceil(Buffer.byteLength(JSON.stringify(quotes)) / MAX_BYTES);
  return files > 1 ? paginate(quotes, Math.ceil(quotes.length / files)) : [];
}

/** What the browser asks for first. */
export function searchManifest(data: SearchData): SearchManifest {
  const shards = searchShards(data);
  if (shards.length === 0) return data;
  return { ...data, quotes: [], shards: shards.map(urls.searchShard), count: data.quotes.length };
}
