import type { Collection, Quote } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, urls } from '../collection/urls.ts';
import { element } from './markup.ts';
import { isEnabled } from './selection.ts';

// A frame without script cannot tell how tall its content is, so its height is estimated from the
// text and the measures of `src/layouts/embed.css`, in pixels.
const PADDING = 20;
const THEME = { size: 15, line: 22, below: 8 };
const CAPTION = { size: 14, line: 21, above: 12 };
const QUOTE = { line: 1.4, paragraph: 0.6 };

/** The type grows with the frame, so that a height that fits a wide one fits a narrow one too. */
function quoteSize(width: number): number {
  return Math.min(Math.max(16, 9.6 + 0.01786 * width), 21);
}

// Widths in em, the greater of Newsreader's and its fallback's: an estimate may only be too tall.
const widths: [characters: string, em: number][] = [
  [' ', 0.25],
  ["ijl.,:;'|", 0.28],
  ['tfI!()[]-‘’', 0.34],
  ['rs/\\', 0.39],
  ['acezJ?"“”', 0.45],
  ['vxyguok*_`{}–', 0.515],
  ['FPLEZST', 0.63],
  ['BRCAKVXYGw', 0.72],
  ['DUNOQHm&', 0.78],
  ['MW%@—…', 0.97],
];
const latin = new Map(
  widths.flatMap(([characters, em]) => [...characters].map((one) => [one, em] as const)),
);
/** As wide as high, with a line's break allowed between any two of them. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u;
/** Instrument Sans against Newsreader. */
const SANS = 1.17;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function emOf(character: string): number {
  const known = latin.get(character) ?? latin.get(character.normalize('NFD').charAt(0));
  if (known !== undefined) return known;
  if (square.test(character)) return 1.02;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.4;
  return /^[\u0020-\u024F]/u.test(character) ? 0.55 : 0.65;
}

/** Lines that a text takes, broken between words as a browser does. */
function linesOf(text: string, width: number, size: number): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  const space = emOf(' ') * size;
  const place = (): void => {
    if (word === 0) return;
    if (used > 0 && used + space + word > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? space : 0) + word;
    // A word too long for a line is broken anywhere.
    lines += Math.ceil(used / width) - 1;
    used -= (Math.ceil(used / width) - 1) * width;
    word = 0;
  };
  for (const { segment } of graphemes.segment(text)) {
    if (/\s/u.test(segment)) {
      place();
      if (segment === '\n') [lines, used] = [lines + 1, 0];
    } else if (square.test(segment)) {
      place();
      used += emOf(segment) * size;
      if (used > width) [lines, used] = [lines + 1, emOf(segment) * size];
    } else word += emOf(segment) * size;
  }
  place();
  return lines;
}

/** The height in pixels of a quote's frame of some width: enough for it, and little more. */
export function frameHeight(quote: Quote, { title }: Collection, width: number): number {
  const { text, theme, person, source } = quote;
  const inner = width - 2 * PADDING;
  const size = quoteSize(width);
  const paragraphs = `“${text}”`.split('\n\n');
  const lines = paragraphs.reduce((sum, one) => sum + linesOf(one, inner, size), 0);
  const caption = [person?.name, source?.name, title].filter(Boolean).join(' · ');
  const themeLines = theme ? linesOf(theme.label, inner, THEME.size * SANS) : 0;
  return Math.ceil(
    2 * PADDING +
      themeLines * THEME.line +
      (theme ? THEME.below : 0) +
      lines * size * QUOTE.line +
      (paragraphs.length - 1) * size * QUOTE.paragraph +
      CAPTION.above +
      linesOf(caption, inner, CAPTION.size * SANS) * CAPTION.line,
  );
}

/** The widest of the frames is what is offered; pages that have less room make it narrower. */
const common = [320, 480, 640];

/** The size of the frame that is offered: tall enough at every common width up to its own. */
export function frameSize(quote: Quote, collection: Collection): { width: number; height: number } {
  const heights = common.map((width) => frameHeight(quote, collection, width));
  return { width: Math.max(...common), height: Math.max(...heights) };
}

/** The frame as HTML that any site can paste. */
export function frameHtml(quote: Quote, collection: Collection, site: URL): string {
  const { width, height } = frameSize(quote, collection);
  const attributes = {
    src: absolute(urls.embed(quote), site),
    width: String(width),
    height: String(height),
    title: [quoteTitle(quote), quote.person?.name].filter(Boolean).join(' · '),
    loading: 'lazy',
    style: 'border:0;max-width:100%',
  };
  return element('iframe', attributes, '');
}

/** What oEmbed 1.0 tells a site that was given the permalink. */
export function oembed(quote: Quote, collection: Collection, site: URL): object {
  return {
    version: '1.0',
    type: 'rich',
    ...frameSize(quote, collection),
    html: frameHtml(quote, collection, site),
    title: quoteTitle(quote),
    author_name: quote.person?.name,
    provider_name: collection.title,
    provider_url: absolute(urls.home(), site),
    ...(isEnabled('cards') && {
      thumbnail_url: absolute(urls.card(quote), site),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    }),
  };
}
