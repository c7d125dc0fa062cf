import type { Collection } from '../collection/model.ts';
import { typeset } from '../text/typography.ts';
import { absolute, urls } from '../collection/urls.ts';
import { readTheme } from './theme.ts';

function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}

/** Names the part at the head of each page: no browser takes the words from the page itself. */
function runningHead(
  { position, number, title }: Collection['parts'][number],
  lang: string,
): string {
  const head = cssString(`${number}. ${typeset(title, lang)}`);
  return [
    `.book-part.part-${position},html.part-${position} main{page:part-${position}}`,
    `@page part-${position}{@top-right{content:${head}}}`,
  ].join('\n');
}

/**
 * Styles for print that say what depends on the collection and the site: book and part at the head
 * of each page, and under each quote of a list its permalink, which would weigh as much again on
 * pages of a thousand.
 */
export function printStyles({ title, lang, parts }: Collection, site: URL): string {
  const [before, after] = absolute(urls.quote({ id: 'id' }), site).split(/id(?=\/$)/u);
  const address = `${cssString(before!)} attr(data-quote) ${cssString(after!)}`;
  return [
    // A page takes no custom properties.
    `@page{font-family:${readTheme().stack('sans')};@top-left{content:${cssString(typeset(title, lang))}}}`,
    ...parts.map((part) => runningHead(part, lang)),
    `.quote-list [data-quote]::after{content:${address}}`,
    '',
  ].join('\n');
}
