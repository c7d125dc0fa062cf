import { z } from 'astro/zod';
import { requirable, statuses } from '../collection/model.ts';
import type { Plural } from '../i18n/dictionary.ts';
import { en } from '../i18n/en.ts';
import { findForbiddenCharacter, isBlank } from '../text/forbidden-characters.ts';
import { isSlug } from '../text/slug.ts';

/** Maximum length of a line, in UTF-16 units: several times the longest title of a paper. */
const MAX_LINE = 1000;

/** A single-line text. The example is for messages. */
export const line = (example: string) =>
  z
    .string(`must be text, such as ${example}; put a number or a date in quotes.`)
    .refine((text) => !isBlank(text), 'is empty. Write it, or leave it out if it is not required.')
    .refine((text) => !/[\n\u2028\u2029]/u.test(text), 'must be on one line.')
    .refine((text) => !findForbiddenCharacter(text), {
      error: ({ input }) =>
        `contains the invisible or control character ${findForbiddenCharacter(String(input))!.name}.`,
    })
    .refine(
      (text) => text.length <= MAX_LINE,
      `is longer than ${MAX_LINE.toLocaleString('en')} characters. Shorten it.`,
    );

/** A language tag of BCP 47. */
export const language = z
  .string('must be a language tag such as en, de or pt-BR.')
  .refine((tag) => {
    try {
      Intl.getCanonicalLocales(tag);
      return /^[a-z]{2,3}(?:-|$)/iu.test(tag);
    } catch {
      return false;
    }
  }, 'is not a language tag. Use one such as en, de or pt-BR (BCP 47).');

const dateMessage =
  'must be YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-10; a year has four digits, such as 0180.';

function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] =
    /^-?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text) ?? [];
  // The sign does not change which years are leap years.
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** A date. Only a year without month is a number in YAML. */
export const date = z
  .union(
    [z.string().meta({ pattern: '^-?\\d{4}(-\\d{2}){0,2}$' }), z.int().transform(String)],
    dateMessage,
  )
  .refine(isDate, dateMessage);

/** A slug. The example is for messages. */
export const slug = (example: string) =>
  z
    .string(`must be text such as ${example}.`)
    .refine(isSlug, `must be lower-case letters, digits and hyphens, such as ${example}.`)
    .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 });

// Browsers ignore white space in an address. A pasted address ends at quotation marks and angle
// brackets.
function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s"<>\\^`{|}]+$/iu.test(text) && URL.canParse(text);
}

/** Whether a text is an https or mail address, optionally with placeholders. */
function isReportAddress(text: string): boolean {
  const filled = text.replaceAll(/\{(?:id|text)\}/gu, 'x');
  return isWebAddress(filled) || /^(?:mailto:)?[^\s"<>:@\\]+@[^\s"<>:@\\]+$/iu.test(filled);
}

const urlMessage = 'must be a web address, such as https://example.org/talk.';

/** The web address of a source; http is allowed. */
export const url = z
  .string(urlMessage)
  .refine((text) => isWebAddress(text.replace(/^http:/iu, 'https:')), {
    error: urlMessage,
    abort: true,
  })
  .refine(
    (text) => new URL(text).username + new URL(text).password === '',
    'must not contain a user or password. Remove everything before the @.',
  )
  .meta({ pattern: '^https?://' });

// The JSON Schemas for editors contain the descriptions and what `meta` adds.

/** Maximum number of former ids of a quote. Each gets a page. */
const MAX_ALIASES = 100;

/** The frontmatter of a quote file. */
export const frontmatterSchema = z.strictObject(
  {
    part: z
      .int('must be a whole number, the number of a part in collection.yaml.')
      .describe('The number of its part; required if collection.yaml lists parts.')
      .optional(),
    theme: line('On data gravity').describe('The label, as readers see it.').optional(),
    source: line('Spark Summit').describe('The name of the talk, book or page.').optional(),
    order: z.int('must be a whole number.').describe('Its position in the part.').optional(),
    aliases: z
      .array(slug('former-name'), 'must be a list of former ids, such as [former-name].')
      .max(MAX_ALIASES, `must be at most ${MAX_ALIASES} former ids.`)
      .describe('Former ids; their addresses redirect here.')
      .optional(),
    similar: z
      .array(slug('another-quote'), 'must be a list of ids, such as [another-quote].')
      .describe('Ids of quotes that resemble it on purpose; silences the warning.')
      .optional(),
    url: url.describe('The web address of the source.').optional(),
    date: date.describe('When it was said: YYYY, YYYY-MM or YYYY-MM-DD.').optional(),
    locator: line('p. 12').describe('Where in the source: a page or a minute.').optional(),
    status: z
      .enum(statuses, `must be one of ${statuses.join(', ')}.`)
      .describe('Checked at the source, only named in notes (the default), or not word for word.')
      .optional(),
    person: line('Ion Stoica')
      .describe('Who is quoted, if not the person of the collection.')
      .optional(),
    lang: language.describe('Its language (BCP 47), if not that of the collection.').optional(),
  },
  'must have fields. Write each on a line of its own, such as theme: On trust.',
);

/** The frontmatter of a custom page. */
export const pageSchema = z.strictObject(
  {
    title: line('About this collection').describe('Its heading.'),
    menu: z
      .boolean('must be true or false.')
      .describe('Whether the menu links to it, as the footer does.')
      .optional(),
  },
  'must have fields. Write at least a title, such as title: About this collection.',
);

const part = z.strictObject(
  {
    number: z
      .int('must be a whole number, as printed.')
      .describe('As printed; the order of the parts is that of the list.'),
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
      .describe('Words that also find it in a search, even if no quote contains them.')
      .optional(),
  },
  'must have a term and the words that match it.',
);

/** Lists the placeholders of a message. */
const placeholdersIn = (text: string): string[] => text.match(/\{\w+\}/gu) ?? [];

const wording = (english: string) =>
  line(english).refine(
    (text) => placeholdersIn(text).every((name) => english.includes(name)),
    `has an unknown placeholder. Use only those of "${english}".`,
  );

const plurals = ['zero', 'one', 'two', 'few', 'many'];

/** Messages of the interface that a collection replaces, by key. */
const wordings = z.strictObject(
  Object.fromEntries(
    Object.entries(en).map(([key, message]) => {
      if (typeof message === 'string') return [key, wording(message).optional()];
      const form = wording(message.other);
      const forms = Object.fromEntries(plurals.map((plural) => [plural, form.optional()]));
      return [key, z.strictObject({ ...forms, other: form }).optional()];
    }),
  ),
  'must have the keys of messages, such as { site.quotes: All sayings }.',
) as unknown as z.ZodType<Record<string, string | Plural>>;

/** The schema of `collection.yaml`. */
export const collectionSchema = z.strictObject(
  {
    title: line('Lessons from Ion Stoica'),
    person: line('Ion Stoica').describe('Who is quoted, unless a quote names another.').optional(),
    lang: language.describe('The language of the quotes (BCP 47); en by default.').optional(),
    introduction: z
      .string('must be text (Markdown).')
      .refine((text) => !isBlank(text), 'is empty. Describe the collection, or remove the field.')
      .describe('Markdown: paragraphs, emphasis and links.')
      .optional(),
    requires: z
      .array(
        z.enum(requirable, `must be one of ${requirable.join(', ')}.`),
        'must be a list of fields, such as [theme, source].',
      )
      .describe('Fields that every quote must have.')
      .optional(),
    parts: z
      .array(part, 'must be a list of parts with number, title and slug.')
      .describe('If there are parts, every quote must name one by its number.')
      .optional(),
    subjects: z.array(subject, 'must be a list of subjects with term and match.').optional(),
    words: wordings.describe('Interface messages, by their keys in src/i18n/en.ts.').optional(),
    report: line('https://example.org/report?quote={id}')
      .refine(
        isReportAddress,
        'must be an https or mail address, such as https://example.org/report?quote={id}.',
      )
      .describe('Where to report a mistake; {id} and {text} are filled in.')
      .optional(),
    date: date.optional(),
  },
  'must have fields. Write at least a title, such as title: Quotes I like.',
);
