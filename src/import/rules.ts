import { isBlank, withoutInvisible } from '../text/forbidden-characters.ts';
import { findLimitViolation } from '../loader/limits.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { quoteFields } from '../loader/write-files.ts';
import { isoDate } from '../text/dates.ts';
import { slugKey } from '../text/slug.ts';
import { parseAttribution, splitAttribution, type Attribution } from './attribution.ts';
import { forbiddenIn, quoted } from './item.ts';
import type { ImportedQuote, Item, ReadResult, ItemReporter } from './item.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { singleSpaced, tidyLines } from '../text/whitespace.ts';

/** No label is longer, in UTF-16 units: a note beyond it is a remark. */
const MAX_LABEL = 60;

export interface ItemRules extends Pick<ReadResult, 'loneCredit' | 'isPrinted'> {
  /** The quotes have one person, so an attribution is a source as it is. */
  isSourceOnly: boolean;
  /** What becomes of tags; left out unless said. */
  tags?: 'theme' | undefined;
}

/** A quote whose part may not have a number yet. */
export type RuledQuote = Omit<ImportedQuote, 'part'> & Pick<Item, 'part'>;

/** The quote that an item is by the rules, the same for every format; of what is none, nothing. */
export function applyItemRules(
  item: Item,
  { isSourceOnly, loneCredit = 'person', tags, isPrinted }: ItemRules,
  report: ItemReporter,
): RuledQuote | undefined {
  const { error, notice } = report;
  const { line } = item;
  const clean = (text = '') => {
    const visible = withoutInvisible(text);
    if (visible !== text) notice(line, 'line', 'had invisible characters, removed');
    return visible;
  };
  // Exports of highlights have links and images in Markdown.
  const words = clean(item.text).replace(
    /(!?)\[([^\]\n]*)\]\(https?:[^\s)]*\)/gu,
    (_, image: string, label: string) => {
      if (image) notice(line, 'quote', 'left out: an image');
      return image ? '' : label;
    },
  );
  const { text, credit } = isPrinted
    ? { text: words, credit: undefined }
    : splitCredit(words, item);
  if (isBlank(text)) {
    notice(line, 'quote', 'left out: empty');
    return undefined;
  }
  const attribution: Attribution = credit
    ? parseAttribution(clean(credit), { isSourceOnly, loneCredit })
    : {};
  const values = {
    ...item,
    theme: item.theme ?? themeOf(item, tags, report),
    // What is said at the words is nearer than what is said of the document.
    source: attribution.source ?? item.source,
    person: attribution.person ?? item.person,
    locator: attribution.locator ?? item.locator,
    date: isoDate(attribution.date ?? item.date),
    status: item.status?.toLowerCase(),
  };
  const part = typeof item.part === 'string' ? singleSpaced(clean(item.part)) : item.part;
  const quote: RuledQuote = { line, text, part, order: item.order };
  let isValid = true;
  const fail = (subject: 'theme' | 'source' | 'quote' | 'line', message: string) => {
    error(line, subject, message);
    isValid = false;
  };
  for (const field of quoteFields) {
    if (field === 'part' || field === 'order') continue;
    const value = singleSpaced(clean(values[field]).replace(/\s*\n\s*/gu, ' '));
    if (isBlank(value)) continue;
    const refused = frontmatterSchema.shape[field].safeParse(value).error?.issues[0]?.message;
    const problem = forbiddenIn(value) ?? refused;
    if (problem === undefined) Object.assign(quote, { [field]: value });
    else if (field === 'theme' || field === 'source') fail(field, problem);
    else if (field === 'person') fail('line', problem);
    else
      notice(line, 'line', `lost its ${field}: ${quoted(value)} ${refused ?? 'is no plain text'}`);
  }
  const violation = findLimitViolation(text);
  const problem = forbiddenIn(text) ?? (violation && `contains ${violation.what}: ${quoted(text)}`);
  if (problem !== undefined) fail('quote', problem);
  return isValid ? quote : undefined;
}

/**
 * The words of a cell or value without marks, and apart from an attribution in it, which only after
 * a closing mark is surely none of the words; where one is known already, one that says the same is
 * left out.
 */
function splitCredit(
  value: string,
  { person, source, credit }: Item,
): { text: string; credit?: string } {
  const words = tidyLines(value);
  const plain = { text: withoutMarks(words), credit };
  const split = splitAttribution(words.replace(/\n+(?=[-–—―~])/u, ' '));
  if (split.credit === undefined) return plain;
  const text = withoutMarks(split.text);
  const hasMarks = /^["“”„«»「『‘'‹]/u.test(words);
  if ((person ?? source ?? credit) === undefined)
    return hasMarks ? { text, credit: split.credit } : plain;
  const isSame = person !== undefined && slugKey(split.credit).startsWith(slugKey(person));
  return isSame ? { text, credit } : plain;
}

/** The theme that a short note is, or a tag where it is asked; what else is said is named. */
function themeOf(
  item: Item,
  tags: ItemRules['tags'],
  { notice }: ItemReporter,
): string | undefined {
  const note = item.note?.trim() ?? '';
  const isLabel = note.length <= MAX_LABEL && !/^$|[\n.!?…:;]$|^[.#]|\n|:\/\//u.test(note);
  if (note !== '' && !isLabel)
    notice(item.line, 'line', `lost its note: longer than ${MAX_LABEL} characters or a sentence`);
  const [tag, ...others] = item.tags ?? [];
  if (tag !== undefined && (tags === undefined || isLabel || others.length > 0)) {
    const hint = ': --tags theme takes the first for the theme';
    notice(item.line, 'line', `lost its tags${tags === undefined ? hint : ' but the first'}`);
  }
  return isLabel ? note : tags && tag?.replace(/^#/u, '');
}
