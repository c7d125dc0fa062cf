import { typeset } from '../text/typography.ts';
import type { Inline } from './model.ts';
import { plainText } from './plain-text.ts';

/**
 * Inlines set in type; `typesetQuote` sets those of a quote. What precedes a text in its paragraph
 * decides whether a quotation mark opens or closes.
 */
export function typesetInlines(
  inlines: Inline[],
  lang: string,
  set = typeset,
  before = '',
): Inline[] {
  return inlines.map((inline, index): Inline => {
    const preceding = before + plainText([inlines.slice(0, index)]);
    if ('children' in inline) {
      return { ...inline, children: typesetInlines(inline.children, lang, set, preceding) };
    }
    return inline.type === 'text'
      ? { ...inline, value: set(inline.value, lang, preceding) }
      : inline;
  });
}
