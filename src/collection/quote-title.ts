import { excerpt } from '../text/excerpt.ts';
import { typeset } from '../text/typography.ts';

/** So many characters of a quote are its title where it has no theme: a line of a list. */
const MAX_TITLE = 60;

interface Titled {
  theme?: string | { label: string };
  text: string;
  lang: string;
}

/** What titles and lists call a quote, characters as written: its theme, else its first words. */
export function quoteTitle({ theme, text }: Omit<Titled, 'lang'>): string {
  if (theme === undefined) return excerpt(text, MAX_TITLE);
  return typeof theme === 'string' ? theme : theme.label;
}

/** The title set in type: a theme in the language of the collection, words in that of the quote. */
export function typesetTitle(quote: Titled, collectionLang: string): string {
  return typeset(quoteTitle(quote), quote.theme === undefined ? quote.lang : collectionLang);
}
