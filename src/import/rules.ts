import { isBlank, withoutInvisible } from '../text/forbidden-characters.ts';
import { findLimitViolation } from '../loader/limits.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { quoteFields } from '../loader/write-files.ts';
import { isoDate } from '../text/dates.ts';
import { slugKey } from '../text/slug.ts';
import { parseAttribution, splitCredit, type CreditOptions } from './attribution.ts';
import { forbiddenIn, quoted } from './item.ts';
import type { ImportedQuote, Item, ReadResult, ItemReporter } from './item.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { singleSpaced, tidyLines } from '../text/whitespace.ts';

/** Maximum length of a label, in UTF-16 units: a longer note is a remark. */
const MAX_LABEL = 60;

export interface ItemRules extends CreditOptions, Pick<ReadResult, 'isPrinted'> {
  /** The field that the first tag becomes; by default tags are left out. */
  tags?: 'theme' | undefined;
}

/** A quote whose part may not be numbered yet. */
export type RuledQuote = Omit<ImportedQuote, 'part'> & Pick<Item, 'part'>;

/** Applies the import rules, the same for every format. Returns undefined for an invalid item. */
export function applyItemRules(
  item: Item,
  { tags, isPrinted, loneCredit = 'person', ...rules }: ItemRules,
  report: ItemReporter,
): RuledQuote | undefined {
  const { error, notice } = report;
  const { line } = item;
  const clean = (text = '') => {
    const visible = withoutInvisible(text);
    if (visible !== text) notice(line, 'line', 'had invisible characters, removed');
    return visible;
  };
  // Exported highlights contain Markdown links and images.
  const words = clean(item.text).replace(
    /(!?)\[([^\]\n]*)\]\(https?:[^\s)]*\)/gu,
    (_, image: string, label: string) => {
      if (image) notice(line, 'quote', 'left out: an image');
      return image ? '' : label;
    },
  );
  const { text, credit } = isPrinted ? { text: words, credit: '' } : splitValue(words, item);
  if (isBlank(text)) {
    notice(line, 'quote', 'left out: empty');
    return undefined;
  }
  const credited = credit ? parseAttribution(clean(credit), { loneCredit, ...rules }) : {};
  const values = {
    ...item,
    theme: item.theme ?? themeOf(item, tags, report),
    // The credit of a quote takes precedence over the document's fields.
    source: credited.source ?? item.source,
    person: credited.person ?? item.person,
    locator: credited.locator ?? item.locator,
    date: isoDate(credited.date ?? item.date),
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
      notice(line, 'line', `lost its ${field}: ${quoted(value)} ${refused ?? 'is not plain text'}`);
  }
  const violation = findLimitViolation(text);
  const problem = forbiddenIn(text) ?? (violation && `contains ${violation.what}: ${quoted(text)}`);
  if (problem !== undefined) fail('quote', problem);
  return isValid ? quote : undefined;
}

/**
 * Removes quotation marks, and separates a credit from the text of a cell or value. Without
 * quotation marks it may be part of the text and stays. If there is a person, a credit that repeats
 * it is dropped.
 */
function splitValue(value: string, { person, source, credit }: Item) {
  const words = tidyLines(value);
  const plain = { text: withoutMarks(words), credit };
  const split = splitCredit(words.replace(/\n+(?=[-–—―~])/u, ' '));
  if (split.credit === undefined) return plain;
  const text = withoutMarks(split.text);
  const hasMarks = /^["“”„«»「『‘'‹]/u.test(words);
  if ((person ?? source ?? credit) === undefined) return hasMarks ? { ...split, text } : plain;
  const isSame = person !== undefined && slugKey(split.credit).startsWith(slugKey(person));
  return isSame ? { text, credit } : plain;
}

/** Returns the theme: a short note, or a tag if requested. Reports other notes and tags. */
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
    const hint = ': --tags theme takes the first as the theme';
    notice(item.line, 'line', `lost its tags${tags === undefined ? hint : ' but the first'}`);
  }
  return isLabel ? note : tags && tag?.replace(/^#/u, '');
}
