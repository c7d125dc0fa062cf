import type { SearchManifest } from '../../search/documents.ts';
import type { SearchResult } from '../../search/engine.ts';
import type { FacetCount } from '../../search/facets.ts';
import { typeset } from '../../text/typography.ts';

export const FILTERS = ['part', 'source', 'person'] as const;
export type Filters = Record<(typeof FILTERS)[number], HTMLSelectElement>;

/** Offers the parts, sources and people that the words are found in, each with its count. */
export function fillFilters(
  filters: Filters,
  { parts, sources, people }: SearchResult,
  allParts: SearchManifest['parts'],
  lang: string,
): void {
  const fill = <Value extends string | number>(
    filter: HTMLSelectElement,
    values: readonly FacetCount<Value>[],
    min: number,
    label: (value: Value) => string = String,
  ) => {
    const chosen = filter.value;
    const options = values.map(({ value, count }) => {
      const text = `${typeset(label(value), lang)} (${count})`;
      return new Option(text, String(value), false, String(value) === chosen);
    });
    filter.hidden = chosen === '' && options.length < min;
    // A choice that the new words leave without a match stays, so that it can be taken back.
    if (chosen !== '' && options.every(({ value }) => value !== chosen)) {
      options.push(new Option(`${chosen} (0)`, chosen, false, true));
    }
    filter.replaceChildren(filter.options[0]!, ...options);
  };
  const titles = new Map(allParts.map(({ number, title }) => [number, title]));
  fill(filters.part, parts, 1, (number) => `${number} ${titles.get(number) ?? ''}`);
  fill(filters.source, sources, 1);
  fill(filters.person, people, 2);
}
