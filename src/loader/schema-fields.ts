import { z } from 'astro/zod';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { isSlug } from '../text/slug.ts';

/** The longest line, in UTF-16 units: several times the longest title of a paper. */
const MAX_LINE = 1000;

/** A field of text on one line. */
export const line = (example: string) =>
  z
    .string(`must be text; if it looks like a number or a date, quote it: "${example}".`)
    .refine((text) => !isBlank(text), 'is empty. Write it, or remove the field.')
    .refine((text) => !/[\n\u2028\u2029]/u.test(text), 'must be on one line.')
    .refine((text) => !findForbidden(text), {
      error: ({ input }) =>
        `contains the invisible or control character ${findForbidden(String(input))!.name}.`,
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
  // Years before our era are leap years as those after it are.
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** A date; a bare year is a number in YAML, and the only form of a date that is. */
export const date = z
  .union(
    [z.string().meta({ pattern: '^-?\\d{4}(-\\d{2}){0,2}$' }), z.int().transform(String)],
    dateMessage,
  )
  .refine(isDate, dateMessage);

/** A name in an address, such as the example. */
export const slug = (what: string) =>
  z
    .string(`must be text such as ${what}.`)
    .refine(isSlug, `must be lower-case letters, digits and hyphens, such as ${what}.`)
    .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 });

// Browsers pass over white space in an address and read the rest; quotation marks and angle
// brackets end it where it is pasted.
function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s"<>\\^`{|}]+$/iu.test(text) && URL.canParse(text);
}

/** Whether a text is an https or mail address with places to fill in. */
export function isReport(text: string): boolean {
  const filled = text.replaceAll(/\{(?:id|text)\}/gu, 'x');
  return isWebAddress(filled) || /^(?:mailto:)?[^\s"<>:@\\]+@[^\s"<>:@\\]+$/iu.test(filled);
}

const urlMessage = 'must be a web address, such as https://example.org/talk.';

/** The web address of a source, which may be on a site without encryption. */
export const url = z
  .string(urlMessage)
  .refine((text) => isWebAddress(text.replace(/^http:/iu, 'https:')), {
    error: urlMessage,
    abort: true,
  })
  .refine(
    (text) => new URL(text).username + new URL(text).password === '',
    'must not contain a user or password. Remove what is before the @.',
  )
  .meta({ pattern: '^https?://' });
