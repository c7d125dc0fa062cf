import { z } from 'astro/zod';
import { isBlank } from '../text/forbidden-characters.ts';
import { requirable, statuses } from '../collection/model.ts';
import type { Plural } from '../i18n/dictionary.ts';
import { en } from '../i18n/en.ts';
import { date, isReport, language, line, slug, url } from './schema-fields.ts';

// What `meta` says shows in an editor, by way of the JSON Schemas made of these.

/** The most former names of a quote: each is a page of its own. */
const MAX_ALIASES = 100;

/** The frontmatter of a quote file. */
export const frontmatterSchema = z.strictObject(
  {
    part: z
      .int('must be a whole number, the number of a part in collection.yaml.')
      .describe('The number of its part; required where collection.yaml lists parts.')
      .optional(),
    theme: line('On data gravity').describe('The label, as it is to be read.').optional(),
    source: line('Spark Summit').describe('Where the words are from, by name.').optional(),
    order: z.int('must be a whole number.').describe('Its place within the part.').optional(),
    aliases: z
      .array(slug('former-name'), 'must be a list of former ids, such as [former-name].')
      .max(MAX_ALIASES, `must be at most ${MAX_ALIASES} former ids.`)
      .describe('Former names of the file; their links lead here.')
      .optional(),
    similar: z
      .array(slug('another-quote'), 'must be a list of ids, such as [another-quote].')
      .describe('Ids of quotes that are alike on purpose; silences that warning.')
      .optional(),
    url: url.describe('The web address of the source.').optional(),
    date: date.describe('When it was said: YYYY, YYYY-MM or YYYY-MM-DD.').optional(),
    locator: line('p. 12').describe('Where in the source: a page, a minute.').optional(),
    status: z
      .enum(statuses, `must be one of ${statuses.join(', ')}.`)
      .describe('Checked at its source, as named in notes (the default), or not word for word.')
      .optional(),
    person: line('Ion Stoica')
      .describe('Who is quoted, if not the person of the collection.')
      .optional(),
    lang: language.describe('Its language (BCP 47), if not that of the collection.').optional(),
  },
  'must have fields. Write each on a line of its own, such as theme: On trust.',
);

/** The frontmatter of a page of one's own. */
export const pageSchema = z.strictObject(
  {
    title: line('About this collection').describe('Its heading.'),
    menu: z
      .boolean('must be true or false.')
      .describe('Whether the menu lists it, as the footer does.')
      .optional(),
  },
  'must have fields. Write at least a title.',
);

const part = z.strictObject(
  {
    number: z
      .int('must be a whole number, as printed.')
      .describe('As printed; the parts follow the order of the list.'),
    title: line('The Philosophy of Open Source'),
    slug: slug('the-philosophy-of-open-source'),
  },
  'must have a number, a title and a slug.',
);

const subject = z.strictObject(
  {
    term: line('Apache Spark'),
    match: z
      .array(line('Spark'), 'must be a list of words, such as [Apache Spark, Spark].')
      .min(1, 'is empty. List at least one word.'),
    search: z
      .array(line("Hadoop's successor"), 'must be a list of words, such as [Hadoop].')
      .describe('Words that also find it in a search, though no quote has them.')
      .optional(),
  },
  'must have a term and the words that match it.',
);

/** The names that a message fills in. */
const namesIn = (text: string): string[] => text.match(/\{\w+\}/gu) ?? [];

const wording = (english: string) =>
  line(english).refine(
    (text) => namesIn(text).every((name) => english.includes(name)),
    `fills in a name that the message has not. It may have those of "${english}".`,
  );

const plurals = ['zero', 'one', 'two', 'few', 'many'];

/** Words of the interface that a collection words differently, each by the key of its message. */
const wordings = z.strictObject(
  Object.fromEntries(
    Object.entries(en).map(([key, message]) => {
      if (typeof message === 'string') return [key, wording(message).optional()];
      const form = wording(message.other);
      const forms = Object.fromEntries(plurals.map((plural) => [plural, form.optional()]));
      return [key, z.strictObject({ ...forms, other: form }).optional()];
    }),
  ),
  'must be a list of messages by their keys, such as site.quotes.',
) as unknown as z.ZodType<Record<string, string | Plural>>;

/** `collection.yaml`. */
export const collectionSchema = z.strictObject(
  {
    title: line('Lessons from Ion Stoica'),
    person: line('Ion Stoica').describe('Who is quoted, unless a quote says otherwise.').optional(),
    lang: language.describe('The language of the quotes (BCP 47); en unless given.').optional(),
    introduction: z
      .string('must be text (Markdown).')
      .refine((text) => !isBlank(text), 'is empty. Say what the collection is.')
      .describe('Markdown: paragraphs, emphasis and links.')
      .optional(),
    requires: z
      .array(
        z.enum(requirable, `must be fields of a quote: ${requirable.join(', ')}.`),
        'must be a list of fields, such as [theme, source].',
      )
      .describe('Fields that every quote must have.')
      .optional(),
    parts: z
      .array(part, 'must be a list of parts with number, title and slug.')
      .describe('Where there are parts, every quote names one by its number.')
      .optional(),
    subjects: z.array(subject, 'must be a list of subjects with term and match.').optional(),
    words: wordings.describe('Words of the interface, by the keys of src/i18n/en.ts.').optional(),
    report: line('https://example.org/report?quote={id}')
      .refine(
        isReport,
        'must be an https or mail address, such as https://example.org/report?quote={id}.',
      )
      .describe('Where to report a mistake; {id} and {text} are filled in.')
      .optional(),
    date: date.optional(),
  },
  'must have fields. Write at least a title.',
);
