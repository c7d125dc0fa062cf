import { paragraphNodes, writeMarkdown } from '../loader/markdown.ts';
import type { Collection, Quote } from '../collection/model.ts';
import { bibtex, cslJson } from './bibliography.ts';
import { element, escapeMarkup, paragraphsHtml } from './markup.ts';
import { citation, plainReference, referenceOf } from '../collection/citation.ts';

/** One way to take a quote along: `text` is what is copied. */
export interface ShareForm {
  id: 'quote' | 'text' | 'markdown' | 'html' | 'reference' | 'bibtex' | 'csl-json';
  label: string;
  text: string;
}

function markdown(quote: Quote, address: string): string {
  const { before, source, url, after } = referenceOf(quote);
  const name = { type: 'text', value: source } as const;
  return writeMarkdown([
    {
      type: 'blockquote',
      children: [
        ...paragraphNodes(quote.paragraphs),
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: `— ${before}` },
            url === undefined ? name : { type: 'link', url, children: [name] },
            { type: 'text', value: `${after}: ` },
            { type: 'link', url: address, children: [{ type: 'text', value: quote.theme.label }] },
          ],
        },
      ],
    },
  ]);
}

// HTML wants what is not quoted outside the blockquote, and a page that pastes it wants no wrapper.
function html(quote: Quote, address: string): string {
  const { before, source, url, after } = referenceOf(quote);
  const name = escapeMarkup(source);
  const quoted = element(
    'blockquote',
    { cite: address, lang: quote.lang },
    `\n${paragraphsHtml(quote.paragraphs)}\n`,
  );
  const reference = element(
    'p',
    {},
    escapeMarkup(`— ${before}`),
    element('cite', {}, url === undefined ? name : element('a', { href: url }, name)),
    escapeMarkup(`${after}: `),
    element('a', { href: address }, escapeMarkup(quote.theme.label)),
  );
  return `${quoted}\n${reference}\n`;
}

/** Every way to take the quote along, in the order of a menu; each keeps author, source and link. */
export function shareForms(quote: Quote, address: string, collection: Collection): ShareForm[] {
  const reference = plainReference(quote);
  return [
    { id: 'quote', label: 'Quote with reference', text: citation(quote, address) },
    { id: 'text', label: 'Plain text', text: `${quote.text}\n\n— ${reference}\n${address}\n` },
    { id: 'markdown', label: 'Markdown', text: markdown(quote, address) },
    { id: 'html', label: 'HTML', text: html(quote, address) },
    { id: 'reference', label: 'Reference only', text: `${reference}\n${address}` },
    { id: 'bibtex', label: 'BibTeX', text: bibtex(quote, address, collection) },
    { id: 'csl-json', label: 'CSL-JSON', text: cslJson(quote, address, collection) },
  ];
}

/** A link that opens a mail with the quote in it, to nobody yet. */
export function mailto(quote: Quote, address: string, { title }: Collection): string {
  const subject = encodeURIComponent(`${quote.theme.label} · ${title}`);
  const body = encodeURIComponent(citation(quote, address).replaceAll('\n', '\r\n'));
  return `mailto:?subject=${subject}&body=${body}`;
}
