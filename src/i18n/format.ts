import { memoize } from '../text/memoize.ts';
import type { Plural } from './dictionary.ts';

const formatsOf = memoize((lang: string) => {
  return { plural: new Intl.PluralRules(lang), number: new Intl.NumberFormat(lang) };
});

/** A number as the language writes it. */
export function formatNumber(value: number, lang: string): string {
  return formatsOf(lang).number.format(value);
}

/** A message with its values filled in, in the plural form that `count` asks for. */
export function formatMessage(
  message: string | Plural,
  lang: string,
  values: Record<string, string | number> = {},
): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[formatsOf(lang).plural.select(+values['count']!)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (written, name: string) => {
    const value = values[name] ?? written;
    return typeof value === 'number' ? formatNumber(value, lang) : value;
  });
}
