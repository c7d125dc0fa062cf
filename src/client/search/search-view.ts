import type { SearchManifest } from '../../search/documents.ts';
import type { SearchOptions } from '../../search/engine.ts';
import type { SearchService, ServiceResult } from '../../search/service.ts';
import { inQuotationMarks } from '../../text/typography.ts';
import { fetchJson } from '../fetch-json.ts';
import { interfaceLang, message } from '../messages.ts';
import { fillFilters, type Filters } from './filters.ts';
import { resultItem } from './result.ts';

/** What is shown at most; more would be scrolled past, and cost the frame that a key press has. */
const MAX_HITS = 50;

/** What a search element shows for one query. */
export interface View {
  count: string;
  /** Each made when it is to be shown. */
  items: (() => Node)[];
  found: boolean;
  suggestion: string;
  fillFilters: (filters: Filters) => void;
}

export interface SearchView {
  search: (query: string, options: SearchOptions) => View;
  /** Calls back whenever views may have changed because more of the collection has arrived. */
  onMore: (callback: () => void) => void;
}

function countOf({ query, total, hits, missing, isPartial }: ServiceResult): string {
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

/** Fetches data and engine, and makes views from the template; rejects when either cannot be loaded. */
export async function openSearchView(
  source: string,
  template: HTMLTemplateElement,
  lang: string,
): Promise<SearchView> {
  // The engine does not wait for the data before it is fetched.
  const loading = import('../../search/service.ts');
  loading.catch(() => undefined);
  const manifest = await fetchJson<SearchManifest>(source);
  const callbacks = new Set<() => void>();
  const { openService } = await loading;
  for (const part of manifest.parts) part.label = message('part', { number: String(part.number) });
  const service: SearchService = await openService(manifest, fetchJson, () =>
    callbacks.forEach((callback) => callback()),
  );
  return {
    search(query, options) {
      const result = service.search(query, { ...options, limit: MAX_HITS });
      return {
        count: countOf(result),
        items: result.hits.map(
          (hit) => () => resultItem(template, hit, result.highlight, manifest.parts, lang),
        ),
        found: result.total > 0,
        suggestion: result.suggestion ?? '',
        fillFilters: (filters) => fillFilters(filters, result, manifest.parts, lang),
      };
    },
    onMore: (callback) => void callbacks.add(callback),
  };
}
