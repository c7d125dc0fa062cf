import { typeset } from '../text/typography.ts';
import type { Inline } from './model.ts';
import { plainText } from './plain-text.ts';

/**
 * Typesets inline nodes, those of a quote with `typesetQuote`. The text before a node decides
 * whether a quotation mark in it opens or closes.
 */
export function typesetInlines(
  inlines: Inline[],
  lang: string,
  typesetText = typeset,
  before = '',
): Inline[] {
  return inlines.map((inline, index): Inline => {
    const preceding = before + plainText([inlines.slice(0, index)]);
    if ('children' in inline) {
      return { ...inline, children: typesetInlines(inline.children, lang, typesetText, preceding) };
    }
    return inline.type === 'text'
      ? { ...inline, value: typesetText(inline.value, lang, preceding) }
      : inline;
  });
}
