import { languageCss } from '../text/language.ts';
import { quotationMarks } from '../text/typography.ts';

const escaped = (mark: string) => mark.replaceAll('\u00A0', '\\a0 ');

/**
 * The `quotes` of each language of a collection, as the defaults of browsers differ and lack spaces,
 * and how it emphasizes and breaks lines.
 */
export function quotationMarksCss(languages: Iterable<string>): string {
  return [...new Set(languages)]
    .map((lang) => {
      const marks = quotationMarks(lang).map((mark) => `"${escaped(mark)}"`);
      return `:lang(${lang}){quotes:${marks.join(' ')}}${languageCss(lang)}`;
    })
    .join('\n');
}
