import { directionOf } from '../../text/language.ts';
import type { Collection, Quote } from '../../collection/model.ts';
import { typeset, typesetQuote } from '../../text/typography.ts';

/** The typeset texts of a card; a field with missing glyphs is empty. */
export type Card = ReturnType<typeof cardOf>;

const emoji =
  /\s*(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\p{Emoji_Modifier}?\u200D?/gu;

// Fonts make these ligatures from letters.
const ligature = /[\uFB00-\uFB06]/gu;

/** Removes emoji and invisible characters (not joiners, which shape letters); simplifies spaces. */
function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(ligature, (letters) => letters.normalize('NFKC'))
    .replace(emoji, '')
    .trimStart()
    .replace(/(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\u2007\u202F]/gu, '\u00A0')
    .replace(/[\u2000-\u200A\u205F\u3000]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-');
}

/** Whether one of the fonts has a character and all its combining marks. */
export type HasGlyphs = (character: string) => boolean;

function missingGlyphsIn(text: string, hasGlyphs: HasGlyphs): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  const characters = new Set(Array.from(segments, ({ segment }) => segment));
  return [...characters].filter((character) => character.trim() !== '' && !hasGlyphs(character));
}

/** Returns a typeset label; empty if a glyph is missing. */
export function labelOf(text: string, lang: string, hasGlyphs: HasGlyphs): string {
  const label = drawable(typeset(text, lang));
  return missingGlyphsIn(label, hasGlyphs).length === 0 ? label : '';
}

/** Returns the texts for the card of a quote. */
export function cardOf(quote: Quote, collection: Collection, hasGlyphs: HasGlyphs) {
  const label = (words: string) => labelOf(words, collection.lang, hasGlyphs);
  const { id, lang, part, person, source } = quote;
  const drawn = drawable(typesetQuote(quote.text, lang));
  // Without its emoji, only punctuation may be left of a quote.
  const text = /[\p{L}\p{N}]/u.test(drawn) || quote.text.search(emoji) === -1 ? drawn : '';
  const missingGlyphs = missingGlyphsIn(text, hasGlyphs);
  return {
    id,
    /** The position of the quote's part, which determines the colours. */
    position: part?.position,
    theme: label(quote.theme?.label ?? ''),
    text: missingGlyphs.length === 0 ? text : '',
    direction: directionOf(lang),
    /** Quotation marks in the quote's language. */
    opening: typeset('"', lang),
    closing: typeset('"', lang, 'x'),
    caption: [person?.label ?? '', source?.label ?? ''].map(label).filter(Boolean).join(' · '),
    title: label(collection.title),
    part: label(part?.label ?? ''),
    /** Emoji of the quote, which the card omits. */
    emoji: [...new Set(quote.text.match(emoji)?.map((found) => found.trim()) ?? [])],
    /** Characters of the quote without a glyph; if there are any, the card omits the text. */
    missingGlyphs,
  };
}

/** Returns the texts for the card of the collection: its title and person. */
export function collectionCardOf({ title, person, lang }: Collection, hasGlyphs: HasGlyphs): Card {
  const empty = { text: '', opening: '', closing: '', caption: '', part: '' };
  return {
    id: 'collection',
    position: undefined,
    theme: labelOf(title, lang, hasGlyphs),
    title: labelOf(person ?? '', lang, hasGlyphs),
    direction: directionOf(lang),
    ...empty,
    emoji: [],
    missingGlyphs: [],
  };
}
