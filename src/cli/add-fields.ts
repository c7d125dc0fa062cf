import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { singleSpaced } from '../text/whitespace.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { isSlug, slugger } from '../text/slug.ts';

/** What a new quote is made of, each as its option or an answer gives it. */
export interface Answers {
  part?: number;
  theme?: string;
  quote?: string;
  source?: string;
  person?: string;
  id?: string;
  order?: number;
}

/** A field's value, or what is wrong with it. */
type Checked = { value: string | number | undefined } | { wrong: string };

/** A field that the command asks for. */
export interface Field {
  name: keyof Answers;
  question: string;
  check: (answer: string) => Checked;
  /** Whether the quote may go without: an empty answer leaves it out. */
  isOptional: boolean;
  /** What an empty answer means. */
  propose?: (answers: Answers) => string;
}

type TextField = 'theme' | 'source' | 'person' | 'url' | 'date' | 'locator' | 'lang' | 'status';

/** Checks a value of the frontmatter that is text. */
export function checkField(field: TextField, value: string): Checked {
  const plain = singleSpaced(value);
  const result = frontmatterSchema.shape[field].safeParse(plain);
  if (!result.success) return { wrong: result.error.issues[0]!.message };
  const found = findForbidden(plain);
  return found ? { wrong: `contains ${found.name}: remove it.` } : { value: plain };
}

/** The fields of a new quote of a collection, in the order in which they are asked for. */
export function fieldsOf(
  about: CollectionConfig,
  entries: QuoteEntry[],
  taken: Set<string>,
): Field[] {
  const numbers = about.parts.map(({ number }) => number);
  const requires = (name: string) => about.requires?.some((field) => field === name) ?? false;
  const label = (name: 'theme' | 'source' | 'person', question: string): Field => ({
    name,
    question,
    check: (answer) => checkField(name, answer),
    isOptional: name === 'person' ? about.person !== undefined || !requires(name) : !requires(name),
  });
  const part: Field = {
    name: 'part',
    question: 'Part',
    check: (answer) => {
      const number = Number(answer.trim());
      if (answer.trim() !== '' && numbers.includes(number)) return { value: number };
      return { wrong: `must be one of ${numbers.join(', ')}.` };
    },
    isOptional: false,
  };
  return [
    ...(numbers.length > 0 ? [part] : []),
    label('theme', 'Theme'),
    { name: 'quote', question: 'Quote', check: checkQuote, isOptional: false },
    label('source', 'Source'),
    ...(about.person === undefined ? [label('person', 'Person')] : []),
    {
      name: 'id',
      question: 'Id, its permanent address',
      check: (answer) => checkId(answer, about.lang, taken),
      isOptional: false,
      propose: ({ theme, quote = '' }) =>
        slugger(
          about.lang,
          taken,
        )(quoteTitle({ text: quote, ...(theme !== undefined && { theme }) })),
    },
    {
      name: 'order',
      question: numbers.length > 0 ? 'Order within the part' : 'Order',
      check: (answer) =>
        /^-?\d{1,9}$/u.test(answer.trim())
          ? { value: Number(answer) }
          : { wrong: 'must be a whole number.' },
      isOptional: false,
      propose: ({ part: number }) => {
        const orders = entries.flatMap(({ part, order = 0 }) => (part === number ? [order] : []));
        return String(orders.reduce((last, order) => Math.max(last, order), 0) + 1);
      },
    },
  ];
}

function checkQuote(answer: string): Checked {
  const lines = answer.split('\n').map((line) => line.trim());
  const plain = withoutMarks(
    lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
  );
  const found = findForbidden(plain);
  if (found) return { wrong: `contains ${found.name}: remove it.` };
  return isBlank(plain) ? { wrong: 'is empty.' } : { value: plain };
}

function checkId(answer: string, lang: string, taken: Set<string>): Checked {
  const id = answer.trim();
  if (taken.has(id)) return { wrong: `is taken: ${id} is, or was, a quote.` };
  if (isSlug(id)) return { value: id };
  return { wrong: `must be lower-case letters, digits and hyphens, such as ${slugger(lang)(id)}.` };
}
