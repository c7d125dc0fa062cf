import { openClient, type SearchClient } from './client.ts';
import type { Hit, SearchOptions } from '../../search/engine.ts';
import { fillFilters, type Filters } from './filters.ts';
import { highlighting } from '../../search/highlight.ts';
import { inQuotationMarks } from '../../text/typography.ts';
import { interfaceLang, message } from '../messages.ts';
import { resultItem } from './result.ts';
import type { ServiceResult } from '../../search/service.ts';

/** What is shown at once; more would be scrolled past, and cost the frame that a key press has. */
const MOST = 50;

/** What a search element shows for one query. */
export interface Answer {
  count: string;
  /** Each made when it is to be shown. */
  items: (() => Node)[];
  found: boolean;
  suggestion: string;
  fillFilters: (filters: Filters) => void;
}

export interface Answers {
  answer: (query: string, options: SearchOptions) => Answer;
  /** Calls back whenever answers may have changed because more of the collection has come. */
  onMore: SearchClient['onMore'];
}

function countOf({ query, total, hits, isPartial }: ServiceResult): string {
  let found =
    total === 0
      ? message('search.none', { query: inQuotationMarks(query.trim(), interfaceLang) })
      : total > hits.length
        ? message('search.firstOf', { shown: hits.length, count: total })
        : message('count.quotes', { count: total });
  if (hits[0]?.match === 'close') found = message('search.closeOnly', { found });
  return isPartial ? message('search.soFar', { found }) : found;
}

/** Opens the search, which is downloaded by now; its answers are nodes made from the template. */
export async function openAnswers(
  source: string,
  template: HTMLTemplateElement,
  lang: string,
): Promise<Answers> {
  const client = await openClient(source);
  const parts = new Map(
    client.parts.map(({ number, title }, index) => [number, { title, place: index + 1 }]),
  );
  const partOf = ({ document: { part } }: Hit) =>
    part === undefined ? undefined : parts.get(part);
  const answer: Answers['answer'] = (query, options) => {
    const result = client.search(query, { ...options, limit: MOST });
    const highlight = highlighting(result.words);
    return {
      count: countOf(result),
      items: result.hits.map(
        (hit) => () => resultItem(template, hit, highlight, partOf(hit), lang),
      ),
      found: result.total > 0,
      suggestion: result.suggestion ?? '',
      fillFilters: (filters) => fillFilters(filters, result, client, lang),
    };
  };
  return { answer, onMore: client.onMore };
}
