import { quotationMarks } from '../text/typography.ts';

const escaped = (mark: string) => mark.replaceAll('\u00A0', '\\a0 ');

/**
 * The marks that `open-quote` and `close-quote` set, for each language of a collection: those that
 * browsers know have no spaces and differ from browser to browser.
 */
export function quotationMarksCss(languages: Iterable<string>): string {
  return [...new Set(languages)]
    .map((lang) => {
      const marks = quotationMarks(lang).map((mark) => `"${escaped(mark)}"`);
      return `:lang(${lang}){quotes:${marks.join(' ')}}`;
    })
    .join('\n');
}
