import { urls } from '../../collection/urls.ts';
import type { SearchManifest } from '../../search/documents.ts';
import type { SearchResult } from '../../search/engine.ts';
import type { FacetCount } from '../../search/facets.ts';
import { inQuotationMarks, typeset } from '../../text/typography.ts';
import { fetchJson } from '../fetch-json.ts';
import { interfaceLang, message } from '../messages.ts';
import { resultItem } from './result.ts';

/** What is shown at most; more would be scrolled past, and cost the frame that a key press has. */
const MAX_HITS = 50;

/** The values of the filters by their names; empty for no choice. */
export type Choices = Record<'part' | 'source' | 'person', string>;

/** What a search element shows for one query. */
export interface View {
  count: string;
  /** Each made when it is to be shown. */
  items: (() => Node)[];
  suggestion: string;
  fillFilters: (filters: Iterable<HTMLSelectElement>) => void;
}

export type Search = (query: string, choices: Choices) => View;

function countOf({ query, total, hits, missing, isPartial }: SearchResult): string {
  let found =
    total === 0
      ? message('search.none', { query: inQuotationMarks(query.trim(), interfaceLang) })
      : total > hits.length
        ? message('search.firstOf', { shown: hits.length, count: total })
        : message('count.quotes', { count: total });
  if (hits[0]?.match === 'close') found = message('search.closeOnly', { found });
  if (missing.length > 0) {
    const words = missing.map((word) => inQuotationMarks(word, interfaceLang)).join(', ');
    found = message('search.without', { found, words });
  }
  return isPartial ? message('search.soFar', { found }) : found;
}

/** Offers the parts, sources or people that the words are found in, each with its count. */
function fillFilter(
  filter: HTMLSelectElement,
  { parts, sources, people }: SearchResult,
  manifest: SearchManifest,
  lang: string,
): void {
  const chosen = filter.value;
  const facets: Record<string, FacetCount<string | number>[]> = {
    part: parts,
    source: sources,
    person: people,
  };
  const options = facets[filter.name]!.map(({ value, count }) => {
    const part = manifest.parts.find(({ number }) => number === value);
    const label = typeset(part ? `${value} ${part.title}` : String(value), lang);
    return new Option(`${label} (${count})`, String(value), false, String(value) === chosen);
  });
  filter.hidden = chosen === '' && options.length < (filter.name === 'person' ? 2 : 1);
  // A choice that the new words leave without a match stays, so that it can be taken back.
  if (chosen !== '' && options.every(({ value }) => value !== chosen)) {
    options.push(new Option(`${chosen} (0)`, chosen, false, true));
  }
  filter.replaceChildren(filter.options[0]!, ...options);
}

/**
 * Fetches data and engine, and makes views from the template; rejects when either cannot be loaded.
 * Whenever views may have changed because more of the collection has arrived, `onMore` is called.
 */
export async function openSearch(
  template: HTMLTemplateElement,
  onMore: () => void,
): Promise<Search> {
  // The engine does not wait for the data before it is fetched.
  const loading = import('../../search/service.ts');
  loading.catch(() => undefined);
  const manifest = await fetchJson<SearchManifest>(urls.searchData());
  const { openService } = await loading;
  for (const part of manifest.parts) part.label = message('part', { number: String(part.number) });
  const service = await openService(manifest, fetchJson, onMore);
  const { lang } = document.documentElement;
  return (query, { part, source, person }) => {
    const result = service.search(query, {
      part: part ? Number(part) : undefined,
      source: source || undefined,
      person: person || undefined,
      limit: MAX_HITS,
    });
    return {
      count: countOf(result),
      items: result.hits.map(
        (hit) => () => resultItem(template, hit, result.highlight, manifest.parts, lang),
      ),
      suggestion: result.suggestion ?? '',
      fillFilters: (filters) => {
        for (const filter of filters) fillFilter(filter, result, manifest, lang);
      },
    };
  };
}
