import { typeset } from '../../text/typography.ts';
import type { SearchDocument } from '../../search/documents.ts';
import type { SearchClient } from './client.ts';
import type { SearchResult } from '../../search/engine.ts';

export interface Filters {
  part: HTMLSelectElement;
  source: HTMLSelectElement;
}

function fill(filter: HTMLSelectElement, options: [value: string, text: string][]): void {
  const chosen = filter.value;
  // A choice that the new words leave without a match stays, so that it can be taken back.
  const lost = chosen !== '' && !options.some(([value]) => value === chosen);
  const kept = lost ? [...options, [chosen, `${chosen} (0)`] as const] : options;
  filter.replaceChildren(
    filter.options[0]!,
    ...kept.map(([value, text]) => new Option(text, value, false, value === chosen)),
  );
}

/** Offers the parts and sources that the words are found in, each with its count. */
export function fillFilters(
  { part, source }: Filters,
  { parts, sources }: SearchResult,
  client: SearchClient,
  lang: string,
): void {
  const titles = new Map<SearchDocument['part'], string>(
    client.parts.map(({ number, title }) => [number, title]),
  );
  fill(
    part,
    parts.map(({ number, count }) => [
      String(number),
      `${number} ${typeset(titles.get(number)!, lang)} (${count})`,
    ]),
  );
  fill(
    source,
    sources.map(({ name, count }) => [name, `${typeset(name, lang)} (${count})`]),
  );
}
