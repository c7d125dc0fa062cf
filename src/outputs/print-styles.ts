import type { Collection } from '../collection/model.ts';
import { typeset } from '../text/typography.ts';
import { absolute, urls } from '../collection/urls.ts';
import { readTheme } from './theme.ts';

const cssString = (text: string) => `"${text.replace(/["\\]/gu, '\\$&')}"`;

/** Removes running heads and page numbers: a title page has none, and a single page needs none. */
const barePage = (page: string) =>
  `@page ${page}{@top-left{content:none}@top-right{content:none}@bottom-center{content:none}}`;

/** Prints the part's title on its pages. No browser supports `string-set`, so pages are named. */
function runningHead(
  { position, number, label }: Collection['parts'][number],
  lang: string,
): string {
  const head = cssString(`${number}. ${typeset(label, lang)}`);
  return [
    `.book-part.part-${position},html.part-${position} main:has(.quote-list){page:part-${position}}`,
    `@page part-${position}{@top-right{content:${head}}}`,
    // The first page has the title already.
    `@page part-${position}:first{@top-right{content:none}}`,
  ].join('\n');
}

/**
 * Returns the print styles that depend on the collection and the site: running heads, and a
 * permalink under each quote of a list. In HTML, these would double a page of 1,000 quotes.
 */
export function printStyles({ title, lang, parts }: Collection, site: URL): string {
  const [before, after] = absolute(urls.quote({ id: 'id' }), site).split(/id(?=\/$)/u);
  const address = `${cssString(before!)} attr(data-quote) ${cssString(after!)}`;
  return [
    // Custom properties do not work in @page.
    `@page{font-family:${readTheme().stack('sans')};@top-left{content:${cssString(typeset(title, lang))}}}`,
    // Chromium does not support a list of page selectors.
    ...[':first', 'front'].map(barePage),
    ...parts.map((part) => runningHead(part, lang)),
    `.quote-list [data-quote]::after{content:${address}}`,
    '',
  ].join('\n');
}
