import { memoize } from '../text/memoize.ts';
import type { Plural } from './dictionary.ts';

const formatsOf = memoize((lang: string) => {
  return { plural: new Intl.PluralRules(lang), number: new Intl.NumberFormat(lang) };
});

/** Formats a number in a language. */
export function formatNumber(value: number, lang: string): string {
  return formatsOf(lang).number.format(value);
}

/** Fills values into a message, in the plural form that `count` selects. */
export function formatMessage(
  message: string | Plural,
  lang: string,
  values: Record<string, string | number> = {},
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[formatsOf(lang).plural.select(+values['count']!)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}
