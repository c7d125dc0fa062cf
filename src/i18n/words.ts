import { memoize } from '../text/memoize.ts';
import { fallbackTags, langAttributes, scriptOf } from '../text/language.ts';
import { datePartsOf, isBeforeOurEra, toDate } from '../text/dates.ts';
import type { Dictionary, Key, Overrides, Values } from './dictionary.ts';
import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import { en } from './en.ts';
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import he from './he.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import sv from './sv.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import { formatMessage, formatNumber } from './format.ts';

const byTag = { ar, de, en, es, fr, he, it, ja, ko, nl, pl, pt, ru, sv, tr, zh };

/** Every language of the interface, by its BCP 47 tag. */
export const dictionaries: Readonly<Record<string, Dictionary>> = byTag;

/** Returns a message with its values filled in. The key determines which values it needs. */
export type Translate = <Name extends Key>(key: Name, ...values: Values<Name>) => string;

/** The interface of a collection: its messages, and its formats for numbers and dates. */
export type Words = ReturnType<typeof makeWords>;

/**
 * Returns the tag of the dictionary for a language, if there is one: `pt` for `pt-BR`. A dictionary
 * in another script than the language is not used.
 */
export function dictionaryFor(lang: string): string | undefined {
  const tags = fallbackTags(new Intl.Locale(lang).toString());
  return tags.find((tag) => tag in dictionaries && scriptOf(tag) === scriptOf(lang));
}

/** Formats by era (ours, earlier) and precision (year, month, day). */
const dateFormats = memoize((lang: string) => {
  const precisions = [{}, { month: 'long' }, { month: 'long', day: 'numeric' }] as const;
  return [{}, { era: 'short' } as const].map((era) =>
    precisions.map((precision) => {
      const options = { year: 'numeric', ...precision, ...era, timeZone: 'UTC' } as const;
      return new Intl.DateTimeFormat(lang, options);
    }),
  );
});

function formatDate(date: string, lang: string): string {
  const formats = dateFormats(lang)[isBeforeOurEra(date) ? 1 : 0]!;
  return formats[datePartsOf(date).length - 1]!.format(toDate(date));
}

/**
 * Returns the interface in the language of a collection, or in English if there is no dictionary. In
 * that case elements with interface text need the attributes `ui`, and collection text inside them
 * `content`. An element that contains both gets `lang` only, to keep the direction of the page.
 */
export const words = memoize(makeWords, new WeakMap());

function makeWords({ lang, words: overrides }: { lang: string; words?: Overrides }) {
  const tag = dictionaryFor(lang);
  // The region determines the formats of numbers and dates: pt-BR, ar-EG.
  const ui = tag ? lang : 'en';
  const dictionary = { ...dictionaries[tag ?? ui]!, ...overrides } as Dictionary;
  // English without a region has the international date format: 5 May 2024.
  const date = (iso: string) => formatDate(iso, ui === 'en' ? 'en-001' : ui);
  const forms = Object.values(dictionary).flatMap((message) =>
    typeof message === 'string' ? [message] : Object.values(message),
  );
  const months = Array.from({ length: 12 }, (_, at) =>
    date(`2000-${String(at + 1).padStart(2, '0')}-01`),
  );
  const t: Translate = (key, values?: Record<string, string | number>) =>
    formatMessage(dictionary[key], ui, values);
  return {
    /** The language of the interface. */
    lang: ui,
    t,
    /** Adds the page number to the title of a list, from the second page on. */
    onPage: (title: string, page: number) =>
      page > 1 ? `${title} · ${t('page.number', { page })}` : title,
    /** The message itself, with plural forms and placeholders, for scripts. */
    message: <Name extends Key>(key: Name) => dictionary[key],
    /** The text before and after the placeholder of a message, for a value that is markup. */
    around: (key: Key): [before: string, after: string] => {
      const [before = '', after = ''] = (dictionary[key] as string).split(/\{\w+\}/u);
      return [before, after];
    },
    /** The attributes of an element with interface text; see `words`. */
    ui: langAttributes(ui, lang),
    /** The attributes of an element with collection text inside interface text. */
    content: langAttributes(lang, ui),
    number: (value: number) => formatNumber(value, ui),
    /** Formats a date as precisely as it is known: `5 May 2024`, `May 2024`, `2024`. */
    date,
    /** All messages and names of months, whose characters the fonts need. */
    allText: [...forms, ...months].join('\n').replace(/\{\w+\}|<\/?\w+>/gu, ''),
    kilobytes: (bytes: number) =>
      new Intl.NumberFormat(ui, { style: 'unit', unit: 'kilobyte' }).format(
        Math.ceil(bytes / 1000),
      ),
  };
}
