import type { Collection, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { attributes, markup } from './markup.ts';
import { isEnabled } from './selection.ts';

// A frame without a script cannot adapt to its content, so the height is estimated from the number
// of characters and the pixel sizes in `EmbeddedQuote.astro`. Too tall is fine, too low is not.
const PADDING = 20;
const THEME = { size: 15, line: 22, below: 8 };
const CAPTION = { size: 14, line: 21, above: 12 };
const LINE_HEIGHT = 1.4;

/** From a phone's width to that of the frame; the font size grows with the width. */
const widths = [320, 480, 640];

/** In ems; 0.43 to 0.5 in alphabetic text, more in capitals. */
const CHARACTER_WIDTH = 0.52;
/** Characters that stay empty at the end of a line because the next word does not fit: 0 to 10. */
const RAGGED = 3;

/** Characters twice as wide as a letter. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF00-\uFF60]/gu;

function lineCount(text: string, width: number, size: number): number {
  const perLine = width / (size * CHARACTER_WIDTH) - RAGGED;
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

/** Returns the size of the frame, which is tall enough for the quote at any smaller width too. */
export function embedSize(quote: Quote, collection: Collection): { width: number; height: number } {
  const heights = widths.map((width) => heightAt(width, quote, collection));
  return { width: Math.max(...widths), height: Math.max(...heights) };
}

/** Returns the HTML that other sites use to embed a quote. */
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

/** Returns the oEmbed 1.0 response for a permalink. */
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
