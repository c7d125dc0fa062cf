import type { Collection, Subject } from '../collection/model.ts';
import { paginate } from '../collection/pagination.ts';
import { urls } from '../collection/urls.ts';
import { words } from '../text/tokenize.ts';

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
  /** Only those that are not in the text already. */
  subjects?: string[];
}

/** Parts in their order, quotes in reading order. */
export interface SearchData {
  title?: string;
  person?: string;
  parts: { number: number; title: string }[];
  quotes: SearchDocument[];
}

/** The content of `/search.json`: all of a small collection; of a large one where the quotes are. */
export interface SearchManifest extends SearchData {
  /** The addresses of what else is to be fetched, in reading order: quotes of one part each. */
  shards?: string[];
  /** How many quotes there are in them. */
  count?: number;
}

// Some 900 quotes, 80 kB compressed: a slow connection brings them in a second or two.
const MOST_BYTES = 256 * 1024;

/** The searchable part of a collection, without anything that search does not need. */
export function searchData(collection: Collection): SearchData {
  return {
    title: collection.title,
    person: collection.person,
    parts: collection.parts.map(({ number, title }) => ({ number, title })),
    quotes: collection.quotes.map(({ id, part, theme, source, text, person, lang, ...quote }) => {
      const subjects = unsaid(quote.subjects, text);
      return {
        id,
        ...(part && { part: part.number }),
        ...(theme && { theme: theme.label }),
        ...(source && { source: source.name }),
        text,
        ...(person && person.name !== collection.person && { person: person.name }),
        ...(lang === collection.lang ? {} : { lang }),
        ...(subjects.length === 0 ? {} : { subjects }),
      };
    }),
  };
}

/** The terms with a word that is not in the text. */
function unsaid(subjects: readonly Subject[], text: string): string[] {
  const said = new Set(words(text).map(({ folded }) => folded));
  return subjects
    .map(({ term }) => term)
    .filter((term) => words(term).some(({ folded }) => !said.has(folded)));
}

/** The quotes of one part, or some of them, in one file. */
export interface SearchShard {
  /** The part's printed number, or `all` without parts; from the second on with its own number. */
  name: string;
  quotes: SearchDocument[];
}

const bytes = (data: unknown) => Buffer.byteLength(JSON.stringify(data));

function shardsOf({ parts, quotes }: SearchData): SearchShard[] {
  const byPart = Map.groupBy(quotes, ({ part }) => part);
  const cut = (name: string, own: SearchDocument[]) => {
    const most = Math.ceil(own.length / Math.ceil(bytes(own) / MOST_BYTES));
    return own.length === 0
      ? []
      : paginate(own, most).map(({ page, items }) => {
          return { name: page === 1 ? name : `${name}-${page}`, quotes: items };
        });
  };
  if (parts.length === 0) return cut('all', quotes);
  return parts.flatMap(({ number }) => cut(`${number}`, byPart.get(number) ?? []));
}

/** The quotes by part where they are too many for one file, and else nothing. */
export function searchShards(data: SearchData): SearchShard[] {
  return bytes(data) > MOST_BYTES ? shardsOf(data) : [];
}

/** What the browser asks for first. */
export function searchManifest(data: SearchData): SearchManifest {
  const shards = searchShards(data);
  if (shards.length === 0) return data;
  return { ...data, quotes: [], shards: shards.map(urls.searchShard), count: data.quotes.length };
}
