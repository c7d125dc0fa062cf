import { urls } from '../../collection/urls.ts';
import type { SearchManifest } from '../../search/documents.ts';
import type { SearchResult } from '../../search/engine.ts';
import type { FacetCount } from '../../search/facets.ts';
import { inQuotationMarks, typeset } from '../../text/typography.ts';
import { fetchJson } from '../fetch-json.ts';
import { interfaceLang, message } from '../messages.ts';
import { resultItem } from './result.ts';

/** Results shown at most. More are rarely read, and would delay the answer to a key press. */
const MAX_HITS = 50;

/** The values of the filters by name; an empty string is no choice. */
export type Choices = Record<'part' | 'source' | 'person', string>;

/** What the search element shows for a query. */
export interface View {
  count: string;
  /** Render functions, so that only visible results are rendered. */
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

/** Fills a filter with the parts, sources or people of the matches, each with its count. */
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
  // A choice without matches stays, so that it can be cleared.
  if (chosen !== '' && options.every(({ value }) => value !== chosen)) {
    options.push(new Option(`${chosen} (0)`, chosen, false, true));
  }
  filter.replaceChildren(filter.options[0]!, ...options);
}

/**
 * Loads the data and the engine, and returns a function that makes views from the template. Rejects
 * if either cannot be loaded. `onMore` is called when more of the collection has arrived.
 */
export async function openSearch(
  template: HTMLTemplateElement,
  onMore: () => void,
): Promise<Search> {
  // The engine and the data are fetched at the same time.
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
