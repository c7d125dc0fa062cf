import { plainText } from './plain-text.ts';
import { typesetInlines } from './typeset-inlines.ts';
import { mentions, type Range } from './mentions.ts';
import type { Inline, Paragraph, Quote, Subject } from './model.ts';
import { typesetQuote } from '../text/typography.ts';

/** Marks ranges of a paragraph's plain text; a range may span several nodes. */
function highlightRanges(inlines: Inline[], ranges: Range[], offset = 0): Inline[] {
  let from = offset;
  return inlines.flatMap((inline): Inline[] => {
    const start = from;
    from += plainText([[inline]]).length;
    if ('children' in inline) {
      return [{ ...inline, children: highlightRanges(inline.children, ranges, start) }];
    }
    if (!('value' in inline)) return [inline];
    const cuts = ranges.flatMap((range) => [range.start, range.end]);
    const within = cuts
      .map((cut) => cut - start)
      .filter((cut) => cut > 0 && cut < inline.value.length);
    return [0, ...within].map((at, index): Inline => {
      const value = inline.value.slice(at, within[index]);
      const marked = ranges.some((range) => range.start <= start + at && start + at < range.end);
      return marked ? { ...inline, value, marked } : { ...inline, value };
    });
  });
}

/**
 * Returns a subject's quotes with its words marked. Text is typeset first, because marking can
 * separate a quotation mark from its word.
 */
export function withMentions(subject: Subject): Quote[] {
  const mentioned = mentions([subject]);
  const marked = (paragraph: Paragraph, lang: string): Paragraph => {
    const inlines = typesetInlines(paragraph, lang, typesetQuote);
    return highlightRanges(inlines, mentioned(plainText([inlines])).get(subject) ?? []);
  };
  return subject.quotes.map((quote) => ({
    ...quote,
    paragraphs: quote.paragraphs.map((paragraph) => marked(paragraph, quote.lang)),
  }));
}
