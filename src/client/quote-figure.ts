import { directionOf } from '../text/language.ts';
import { fetchJson } from './fetch-json.ts';
import { message } from './messages.ts';
import { typeset, typesetQuote } from '../text/typography.ts';
import { urls } from '../collection/urls.ts';
import type { CollectionData, QuoteData } from '../collection/quote-data.ts';

/** Fetches the whole collection; rejects when it cannot be loaded. */
export function fetchCollection(): Promise<CollectionData> {
  return fetchJson(urls.collectionData());
}

/**
 * Links the heading of a quote to its permalink; without a theme, the caption, with the words of the
 * server's template.
 */
export function placeLink(figure: HTMLElement, isTitled: boolean): HTMLAnchorElement {
  const link = figure.querySelector<HTMLAnchorElement>('a.u-url')!;
  const heading = figure.querySelector<HTMLElement>('.p-name')!;
  const label = (link.dataset['label'] ??= link.textContent.trim());
  heading.hidden = !isTitled;
  if (isTitled) heading.append(link);
  else {
    link.textContent = label;
    figure.querySelector('figcaption')!.append(link);
  }
  return link;
}

/** The position of a quote's part in the list, from 1; 0 without a part. */
export function placeOf({ part }: QuoteData, { parts }: CollectionData): number {
  return parts.findIndex(({ number }) => number === part) + 1;
}

/** Typeset paragraphs with hard breaks. */
function paragraphs(text: string, lang: string): HTMLParagraphElement[] {
  return text.split('\n\n').map((block) => {
    const paragraph = document.createElement('p');
    const lines = typesetQuote(block, lang).split('\n');
    paragraph.append(...lines.flatMap((line, at) => (at > 0 ? [breakLine(), line] : [line])));
    return paragraph;
  });
}

const breakLine = () => document.createElement('br');

/** Fills a figure of the server's template with a quote. */
export function fillFigure(
  figure: HTMLElement,
  quote: QuoteData,
  collection: CollectionData,
): void {
  const { lang, parts } = collection;
  const place = placeOf(quote, collection);
  figure.dataset['quote'] = quote.id;
  figure.classList.remove(...parts.map((_, index) => `part-${index + 1}`));
  if (place > 0) figure.classList.add(`part-${place}`);
  const link = placeLink(figure, quote.theme !== undefined);
  link.href = urls.quote(quote);
  if (quote.theme !== undefined) link.textContent = typeset(quote.theme, lang);
  const text = figure.querySelector('blockquote')!;
  text.lang = quote.lang;
  text.dir = directionOf(quote.lang);
  text.replaceChildren(...paragraphs(quote.text, quote.lang));
  figure.querySelector('cite')!.textContent = typeset(quote.source ?? '', lang);
  const author = figure.querySelector('.p-author')!;
  const by = quote.person === collection.person ? undefined : quote.person;
  author.textContent = [by, quote.source && ''].filter((said) => said !== undefined).join(' · ');
  author.parentElement!.hidden = by === undefined && !quote.source;
  const part = figure.querySelector<HTMLAnchorElement>('a.quote-place')!;
  const inPart = parts[place - 1];
  part.hidden = !inPart;
  if (inPart) {
    part.href = urls.part(inPart);
    part.textContent = message('part', { number: String(quote.part) });
  }
  const share = figure.querySelector<HTMLAnchorElement>('.quote-actions a');
  if (share) share.href = `${urls.quote(quote)}#share`;
}
