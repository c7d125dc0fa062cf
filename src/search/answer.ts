import { openClient, type SearchClient } from './client.ts';
import type { SearchOptions, SearchResult } from './engine.ts';
import { fillFilters, type Filters } from './filters.ts';
import { resultItem } from './result.ts';

/** What is shown at once; more would be scrolled past, and cost the frame that a key press has. */
const MOST = 50;

/** What a search element shows for one query. */
export interface Answer {
  count: string;
  items: Node[];
  found: boolean;
  suggestion: string;
  fillFilters: (filters: Filters) => void;
}

function countOf({ query, total, hits }: SearchResult): string {
  if (total === 0) return `No quote found for “${query.trim()}”`;
  const close = hits[0]!.match === 'close' ? ', close matches only' : '';
  const count = total === 1 ? '1 quote' : `${total} quotes`;
  return (total > hits.length ? `The first ${hits.length} of ${count}` : count) + close;
}

/** Opens the search, which is downloaded by now; its answers are nodes made from the template. */
export async function openAnswers(
  source: string,
  template: HTMLTemplateElement,
  lang: string,
): Promise<(query: string, options: SearchOptions) => Promise<Answer>> {
  const client: SearchClient = await openClient(source);
  const places = new Map(client.parts.map(({ number }, index) => [number, index + 1]));
  return async (query, options) => {
    const result = await client.search(query, { ...options, limit: MOST });
    return {
      count: countOf(result),
      items: result.hits.map((hit) =>
        resultItem(template, hit, result.words, places.get(hit.document.part)!, lang),
      ),
      found: result.total > 0,
      suggestion: result.suggestion ?? '',
      fillFilters: (filters) => fillFilters(filters, result, client, lang),
    };
  };
}
