import type { Collection, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { attributes, markup } from './markup.ts';
import { isEnabled } from './selection.ts';

// A frame without script cannot size itself to its content, so its height is estimated from the
// number of characters and the pixel sizes of `EmbeddedQuote.astro`. It may be too tall, not too low.
const PADDING = 20;
const THEME = { size: 15, line: 22, below: 8 };
const CAPTION = { size: 14, line: 21, above: 12 };
const LINE_HEIGHT = 1.4;

/** From a phone's to the one at which a frame is offered; the type grows with the width. */
const widths = [320, 480, 640];

/** Ems that a character takes: 0.43 to 0.5 in text of alphabets, more in capitals. */
const CHARACTER = 0.52;
/** Characters left empty at the end of a line, where the next word did not fit: 0 to 10. */
const RAGGED = 3;

/** Characters twice as wide as a letter. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF00-\uFF60]/gu;

function lineCount(text: string, width: number, size: number): number {
  const perLine = width / (size * CHARACTER) - RAGGED;
  return text.split('\n').reduce((sum, line) => {
    const characters = line.length + (line.match(wide)?.length ?? 0);
    return sum + Math.max(1, Math.ceil(characters / perLine));
  }, 0);
}

function heightAt(width: number, quote: Quote, { title }: Collection): number {
  const { text, theme, person, source } = quote;
  const inner = width - 2 * PADDING;
  const size = Math.min(Math.max(16, 9.6 + 0.01786 * width), 21);
  const caption = [person?.label, source?.label, title].filter(Boolean).join(' · ');
  return Math.ceil(
    2 * PADDING +
      (theme ? lineCount(theme.label, inner, THEME.size) * THEME.line + THEME.below : 0) +
      lineCount(text, inner, size) * size * LINE_HEIGHT +
      CAPTION.above +
      lineCount(caption, inner, CAPTION.size) * CAPTION.line,
  );
}

/** The size of the frame that is offered: as tall as the quote needs at any width up to its own. */
export function embedSize(quote: Quote, collection: Collection): { width: number; height: number } {
  const heights = widths.map((width) => heightAt(width, quote, collection));
  return { width: Math.max(...widths), height: Math.max(...heights) };
}

/** The frame as HTML that any site can paste. */
export function embedHtml(quote: Quote, collection: Collection, site: URL): string {
  const { width, height } = embedSize(quote, collection);
  const frame = attributes({
    src: absolute(urls.embed(quote), site),
    width: String(width),
    height: String(height),
    title: [quoteTitle(quote), quote.person?.label].filter(Boolean).join(' · '),
    loading: 'lazy',
    style: 'border:0;max-width:100%',
  });
  return markup`<iframe${frame}></iframe>`.markup;
}

/** What oEmbed 1.0 tells a site that was given the permalink. */
export function oembed(quote: Quote, collection: Collection, site: URL): object {
  return {
    version: '1.0',
    type: 'rich',
    ...embedSize(quote, collection),
    html: embedHtml(quote, collection, site),
    title: quoteTitle(quote),
    author_name: quote.person?.label,
    provider_name: collection.title,
    provider_url: absolute(urls.home(), site),
    ...(isEnabled('cards') && {
      thumbnail_url: absolute(urls.card(quote), site),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    }),
  };
}
