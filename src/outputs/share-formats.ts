import type { PhrasingContent } from 'mdast';
import { paragraphNodes, writeMarkdown } from '../loader/markdown.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { bibtex, cslJson } from './bibliography.ts';
import { excerpt } from '../text/excerpt.ts';
import { markup, paragraphsHtml } from './markup.ts';
import { words } from '../i18n/words.ts';
import { citation, citedOf, plainReference, referenceOf } from '../collection/citation.ts';
import { quoteTitle } from '../collection/quote-title.ts';

/** A format in which a quote can be copied. */
export interface ShareFormat {
  id: 'quote' | 'text' | 'markdown' | 'html' | 'reference' | 'bibtex' | 'csl-json';
  label: string;
  text: string;
}

/** Returns the pieces of the line below a quote: its reference and the link to its permalink. */
function attribution(quote: Quote, address: string) {
  const { before, source, after } = referenceOf(citedOf(quote));
  const isKnown = before + source + after !== '';
  return [
    { text: `— ${before}` },
    { text: source, url: quote.url, isSource: true },
    { text: isKnown ? `${after}: ` : '' },
    { text: quote.theme?.label ?? address, url: address },
  ].filter(({ text }) => text !== '');
}

function markdown(quote: Quote, address: string): string {
  const children = attribution(quote, address).map(({ text: value, url }): PhrasingContent => {
    const text = { type: 'text' as const, value };
    return url === undefined ? text : { type: 'link', url, children: [text] };
  });
  return writeMarkdown([
    {
      type: 'blockquote',
      children: [...paragraphNodes(quote.paragraphs), { type: 'paragraph', children }],
    },
  ]);
}

// In HTML the attribution must be outside the blockquote.
function html(quote: Quote, address: string): string {
  const pieces = attribution(quote, address).map(({ text, url, isSource }) => {
    const piece = url === undefined ? text : markup`<a href="${url}">${text}</a>`;
    return isSource ? markup`<cite>${piece}</cite>` : piece;
  });
  return markup`<blockquote cite="${address}" lang="${quote.lang}">${'\n'}
${paragraphsHtml(quote.paragraphs)}${'\n'}
</blockquote>${'\n'}
<p>${pieces}</p>${'\n'}`.markup;
}

/** Returns a quote in every format, in the order of the menu; each has person, source and link. */
export function shareFormats(quote: Quote, address: string, collection: Collection): ShareFormat[] {
  const cited = citedOf(quote);
  const { t } = words(collection);
  const reference = plainReference(cited);
  const source = reference === '' ? '' : `— ${reference}\n`;
  return [
    { id: 'quote', label: t('share.quote'), text: citation(cited, address) },
    { id: 'text', label: t('share.text'), text: `${quote.text}\n\n${source}${address}\n` },
    { id: 'markdown', label: 'Markdown', text: markdown(quote, address) },
    { id: 'html', label: 'HTML', text: html(quote, address) },
    {
      id: 'reference',
      label: t('share.reference'),
      text: [reference, address].filter(Boolean).join('\n'),
    },
    { id: 'bibtex', label: 'BibTeX', text: bibtex(quote, address, collection) },
    { id: 'csl-json', label: 'CSL-JSON', text: cslJson(quote, address, collection) },
  ];
}

/** The longest `mailto:` link that Outlook for Windows, the strictest mail program, opens. */
const MAX_MAILTO = 2000;
const MAX_SUBJECT = 78;

/** Returns a link that opens a mail without a recipient; a long quote is cut. */
export function mailto(quote: Quote, address: string, { title }: Collection): string {
  const cited = citedOf(quote);
  const subject = excerpt(`${quoteTitle(quote)} · ${title}`, MAX_SUBJECT);
  const link = (text: string) => {
    const body = citation({ ...cited, text }, address).replaceAll('\n', '\r\n');
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };
  let href = link(quote.text);
  // In some scripts one character becomes nine when encoded.
  for (let room = MAX_MAILTO; href.length > MAX_MAILTO && room > 1; room = room >> 1) {
    href = link(excerpt(quote.text, room));
  }
  return href;
}
