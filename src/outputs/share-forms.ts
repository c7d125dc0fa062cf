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
export interface ShareForm {
  id: 'quote' | 'text' | 'markdown' | 'html' | 'reference' | 'bibtex' | 'csl-json';
  label: string;
  text: string;
}

/** The text of the link to the permalink: the theme, else the address. */
const linkText = ({ theme }: Quote, address: string) => theme?.label ?? address;

/** The part of a reference after its source, and the separator before a link. */
function beforeLink({ before, source, after }: ReturnType<typeof referenceOf>): string {
  return before + source + after === '' ? '' : `${after}: `;
}

function markdown(quote: Quote, address: string): string {
  const reference = referenceOf(citedOf(quote));
  const { before, source, url } = reference;
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const link = (to: string, label: string): PhrasingContent => {
    return { type: 'link', url: to, children: [text(label)] };
  };
  const [start, end] = [`— ${before}`, beforeLink(reference)];
  const attribution =
    url === undefined || source === ''
      ? [text(start + source + end)]
      : [text(start), link(url, source), text(end)];
  const permalink = link(address, linkText(quote, address));
  return writeMarkdown([
    {
      type: 'blockquote',
      children: [
        ...paragraphNodes(quote.paragraphs),
        { type: 'paragraph', children: [...attribution, permalink] },
      ],
    },
  ]);
}

// In HTML the attribution must be outside the blockquote.
function html(quote: Quote, address: string): string {
  const reference = referenceOf(citedOf(quote));
  const { before, source, url } = reference;
  const name = url === undefined ? source : markup`<a href="${url}">${source}</a>`;
  const cite = source === '' ? '' : markup`<cite>${name}</cite>`;
  const link = markup`<a href="${address}">${linkText(quote, address)}</a>`;
  const quoted = markup`<blockquote cite="${address}" lang="${quote.lang}">`;
  const line = markup`<p>— ${before}${cite}${beforeLink(reference)}${link}</p>`;
  const paragraphs = paragraphsHtml(quote.paragraphs);
  return `${quoted.markup}\n${paragraphs.markup}\n</blockquote>\n${line.markup}\n`;
}

/** Every format of a quote, in the order of the menu; each has author, source and link. */
export function shareForms(quote: Quote, address: string, collection: Collection): ShareForm[] {
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

/** A link that opens a mail without recipient; a long quote is cut. */
export function mailto(quote: Quote, address: string, { title }: Collection): string {
  const cited = citedOf(quote);
  const subject = excerpt(`${quoteTitle(quote)} · ${title}`, MAX_SUBJECT);
  const link = (text: string) => {
    const body = citation({ ...cited, text }, address).replaceAll('\n', '\r\n');
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };
  let shown = link(quote.text);
  // Encoded in an address, a character of some scripts takes nine.
  for (let room = MAX_MAILTO; shown.length > MAX_MAILTO && room > 1; room = room >> 1) {
    shown = link(excerpt(quote.text, room));
  }
  return shown;
}
