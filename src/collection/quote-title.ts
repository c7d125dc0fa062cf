import { excerpt } from '../text/excerpt.ts';
import { typeset } from '../text/typography.ts';

/** The most characters of a title that is taken from the text: a line of a list. */
const MAX_TITLE = 60;

interface Titled {
  theme?: string | { label: string };
  text: string;
  lang: string;
}

/** Returns the title of a quote, as written: its theme, or else its first words. */
export function quoteTitle({ theme, text }: Omit<Titled, 'lang'>): string {
  if (theme === undefined) return excerpt(text, MAX_TITLE);
  return typeof theme === 'string' ? theme : theme.label;
}

/** Typesets the title: a theme in the collection's language, first words in that of the quote. */
export function typesetTitle(quote: Titled, collectionLang: string): string {
  return typeset(quoteTitle(quote), quote.theme === undefined ? quote.lang : collectionLang);
}
