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
      .int({
        error: 'must be a whole number, the number of a part in collection.yaml.',
      })
      .meta({
        description: 'The number of its part; required where collection.yaml lists parts.',
      })
      .optional(),
    theme: line('On data gravity')
      .meta({ description: 'The label, as it is to be read.' })
      .optional(),
    source: line('Spark Summit')
      .meta({ description: 'Where the words are from, by name.' })
      .optional(),
    order: z
      .int({ error: 'must be a whole number.' })
      .meta({ description: 'Its place within the part.' })
      .optional(),
    aliases: z
      .array(slug('former-name'), {
        error: 'must be a list of former ids, such as [former-name].',
      })
      .max(MAX_ALIASES, { error: `must be at most ${MAX_ALIASES} former ids.` })
      .meta({ description: 'Former names of the file; their links lead here.' })
      .optional(),
    similar: z
      .array(slug('another-quote'), {
        error: 'must be a list of ids, such as [another-quote].',
      })
      .meta({ description: 'Ids of quotes that are alike on purpose; silences that warning.' })
      .optional(),
    url: url.meta({ description: 'The web address of the source.' }).optional(),
    date: date.meta({ description: 'When it was said: YYYY, YYYY-MM or YYYY-MM-DD.' }).optional(),
    locator: line('p. 12')
      .meta({ description: 'Where in the source: a page, a minute.' })
      .optional(),
    status: z
      .enum(statuses, { error: `must be one of ${statuses.join(', ')}.` })
      .meta({
        description:
          'Checked at its source, as named in notes (the default), or not word for word.',
      })
      .optional(),
    person: line('Ion Stoica')
      .meta({ description: 'Who is quoted, if not the person of the collection.' })
      .optional(),
    lang: language
      .meta({ description: 'Its language (BCP 47), if not that of the collection.' })
      .optional(),
  },
  { error: 'must have fields. Write each on a line of its own, such as theme: On trust.' },
);

/** The frontmatter of a page of one's own. */
export const pageSchema = z.strictObject(
  {
    title: line('About this collection').meta({ description: 'Its heading.' }),
    menu: z
      .boolean({ error: 'must be true or false.' })
      .meta({ description: 'Whether the menu lists it, as the footer does.' })
      .optional(),
  },
  { error: 'must have fields. Write at least a title.' },
);

const part = z.strictObject(
  {
    number: z
      .int({ error: 'must be a whole number, as printed.' })
      .meta({ description: 'As printed; the parts follow the order of the list.' }),
    title: line('The Philosophy of Open Source'),
    slug: slug('the-philosophy-of-open-source'),
  },
  { error: 'must have a number, a title and a slug.' },
);

const subject = z.strictObject(
  {
    term: line('Apache Spark'),
    match: z
      .array(line('Spark'), {
        error: 'must be a list of words, such as [Apache Spark, Spark].',
      })
      .min(1, { error: 'is empty. List at least one word.' }),
    search: z
      .array(line("Hadoop's successor"), {
        error: 'must be a list of words, such as [Hadoop].',
      })
      .meta({ description: 'Words that also find it in a search, though no quote has them.' })
      .optional(),
  },
  { error: 'must have a term and the words that match it.' },
);

/** The names that a message fills in. */
const namesIn = (text: string): string[] => text.match(/\{\w+\}/gu) ?? [];

const wording = (english: string) =>
  line(english).refine((text) => namesIn(text).every((name) => english.includes(name)), {
    error: `fills in a name that the message has not. It may have those of "${english}".`,
  });

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
  { error: 'must be a list of messages by their keys, such as site.quotes.' },
) as unknown as z.ZodType<Record<string, string | Plural>>;

/** `collection.yaml`. */
export const collectionSchema = z.strictObject(
  {
    title: line('Lessons from Ion Stoica'),
    person: line('Ion Stoica')
      .meta({ description: 'Who is quoted, unless a quote says otherwise.' })
      .optional(),
    lang: language
      .meta({ description: 'The language of the quotes (BCP 47); en unless given.' })
      .optional(),
    introduction: z
      .string({ error: 'must be text (Markdown).' })
      .refine((text) => !isBlank(text), {
        error: 'is empty. Say what the collection is.',
      })
      .meta({ description: 'Markdown: paragraphs, emphasis and links.' })
      .optional(),
    requires: z
      .array(
        z.enum(requirable, { error: `must be fields of a quote: ${requirable.join(', ')}.` }),
        { error: 'must be a list of fields, such as [theme, source].' },
      )
      .meta({ description: 'Fields that every quote must have.' })
      .optional(),
    parts: z
      .array(part, {
        error: 'must be a list of parts with number, title and slug.',
      })
      .meta({ description: 'Where there are parts, every quote names one by its number.' })
      .optional(),
    subjects: z
      .array(subject, {
        error: 'must be a list of subjects with term and match.',
      })
      .optional(),
    words: wordings
      .meta({ description: 'Words of the interface, by the keys of src/i18n/en.ts.' })
      .optional(),
    report: line('https://example.org/report?quote={id}')
      .refine(isReport, {
        error: 'must be an https or mail address, such as https://example.org/report?quote={id}.',
      })
      .meta({ description: 'Where to report a mistake; {id} and {text} are filled in.' })
      .optional(),
    date: date.optional(),
  },
  { error: 'must have fields. Write at least a title.' },
);
