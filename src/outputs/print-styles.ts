import type { Collection } from '../collection/model.ts';
import { typeset } from '../text/typography.ts';
import { absolute, urls } from '../collection/urls.ts';
import { readTheme } from './theme.ts';

const cssString = (text: string) => `"${text.replace(/["\\]/gu, '\\$&')}"`;

/** A title page has neither head nor number, and a single sheet needs none. */
const bareSheet = (page: string) =>
  `@page ${page}{@top-left{content:none}@top-right{content:none}@bottom-center{content:none}}`;

/** The title of the part at the top of each page; no browser supports `string-set`. */
function runningHead(
  { position, number, label }: Collection['parts'][number],
  lang: string,
): string {
  const head = cssString(`${number}. ${typeset(label, lang)}`);
  return [
    `.book-part.part-${position},html.part-${position} main:has(.quote-list){page:part-${position}}`,
    `@page part-${position}{@top-right{content:${head}}}`,
    // Beside this title it would say the same again.
    `@page part-${position}:first{@top-right{content:none}}`,
  ].join('\n');
}

/**
 * Print styles that depend on the collection and the site: running heads, and a permalink under each
 * quote of a list. In the HTML these permalinks would double the weight of a page of 1,000 quotes.
 */
export function printStyles({ title, lang, parts }: Collection, site: URL): string {
  const [before, after] = absolute(urls.quote({ id: 'id' }), site).split(/id(?=\/$)/u);
  const address = `${cssString(before!)} attr(data-quote) ${cssString(after!)}`;
  return [
    // A page takes no custom properties.
    `@page{font-family:${readTheme().stack('sans')};@top-left{content:${cssString(typeset(title, lang))}}}`,
    // Chromium takes no list of pages.
    ...[':first', 'front'].map(bareSheet),
    ...parts.map((part) => runningHead(part, lang)),
    `.quote-list [data-quote]::after{content:${address}}`,
    '',
  ].join('\n');
}
