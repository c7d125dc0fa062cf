import { isBlank, withoutInvisible } from '../text/forbidden-characters.ts';
import { findLimitViolation } from '../loader/limits.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { slugKey } from '../text/slug.ts';
import { parseAttribution, splitAttribution } from './attribution.ts';
import type { ImportedQuote } from './import-data.ts';
import { forbiddenIn, quoted, type Item, type reporter } from './item.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { singleSpaced } from '../text/whitespace.ts';

/** No label is longer, in UTF-16 units: a note beyond it is a remark. */
const MAX_LABEL = 60;

export interface ItemRules {
  /** The quotes have one person, so an attribution is a source as it is. */
  isSource: boolean;
  /** What an attribution of one piece is. */
  alone: 'person' | 'source';
  /** The words are as they are, without marks or attribution. */
  isVerbatim?: boolean | undefined;
  /** What becomes of tags; left out unless said. */
  tags?: 'theme' | undefined;
}

type Report = ReturnType<typeof reporter>;

/** The quote that an item is by the rules, the same for every format; of what is none, nothing. */
export function applyItemRules(
  item: Item,
  { isSource, alone, tags, isVerbatim = false }: ItemRules,
  { error, notice }: Report,
): (Omit<ImportedQuote, 'part'> & Pick<Item, 'part'>) | undefined {
  const { line } = item;
  const clean = (text: string) => {
    const visible = withoutInvisible(text);
    if (visible !== text) notice(line, 'line', 'had invisible characters, removed');
    return visible;
  };
  const words = clean(item.text);
  const split = isVerbatim ? { text: words } : splitWords(words, item);
  const text = isVerbatim ? split.text : withoutMarks(tidy(split.text));
  if (isBlank(text)) {
    notice(line, 'quote', 'left out: empty');
    return undefined;
  }
  const by = item.by ?? split.by;
  const found = by === undefined ? {} : parseAttribution(clean(by), { isSource, alone });
  const labels = {
    theme: item.theme ?? labelOf(item, tags, notice),
    // What is said at the words is nearer than what is said of the document.
    source: found.source ?? item.source,
    person: found.person ?? item.person,
  };
  const quote: NonNullable<ReturnType<typeof applyItemRules>> = { line, text };
  let isWhole = true;
  const fail = (subject: 'theme' | 'source' | 'quote' | 'line', message: string) => {
    error(line, subject, message);
    isWhole = false;
  };
  for (const field of ['theme', 'source', 'person'] as const) {
    const value = labels[field];
    if (value === undefined) continue;
    const label = singleSpaced(clean(value).replace(/\s*\n\s*/gu, ' '));
    if (isBlank(label)) continue;
    const message =
      forbiddenIn(label) ??
      frontmatterSchema.shape[field].safeParse(label).error?.issues[0]?.message;
    if (message !== undefined) fail(field === 'person' ? 'line' : field, message);
    quote[field] = label;
  }
  const violation = findLimitViolation(text);
  const forbidden = forbiddenIn(text);
  if (forbidden !== undefined) fail('quote', forbidden);
  else if (violation) fail('quote', `holds ${violation.what}: ${quoted(text)}`);
  const details = {
    ...item,
    date: plainDate(found.date ?? item.date),
    locator: found.locator ?? item.locator,
    status: item.status?.toLowerCase(),
  };
  for (const field of ['url', 'date', 'locator', 'status', 'lang'] as const) {
    const value = details[field] === undefined ? undefined : singleSpaced(clean(details[field]));
    if (value === undefined || value === '') continue;
    const read = frontmatterSchema.shape[field].safeParse(value);
    if (read.success && forbiddenIn(value) === undefined) Object.assign(quote, { [field]: value });
    else {
      const why = read.error?.issues[0]?.message ?? 'is no plain text';
      notice(line, 'line', `lost its ${field}: ${quoted(value)} ${why}`);
    }
  }
  if (item.order !== undefined) quote.order = item.order;
  if (item.part !== undefined)
    quote.part = typeof item.part === 'string' ? singleSpaced(clean(item.part)) : item.part;
  return isWhole ? quote : undefined;
}

/** Paragraphs and line ends as a quote has them, without white space around each line. */
function tidy(text: string): string {
  return text
    .replace(/[\v\f\u2028\u2029]|\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/**
 * The words of a cell or value apart from an attribution in it, which only after a closing mark is
 * surely none of the words; where one is known already, one that says the same is left out.
 */
function splitWords(text: string, { person, source, by }: Item): { text: string; by?: string } {
  const split = splitAttribution(tidy(text).replace(/\n+(?=[-–—―~])/u, ' '));
  if (split.by === undefined) return { text };
  const isMarked = /^["“”„«»「『‘'‹]/u.test(text.trim());
  if ((person ?? source ?? by) === undefined) return isMarked ? split : { text };
  const isSame = person !== undefined && slugKey(split.by).startsWith(slugKey(person));
  return isSame ? { text: split.text } : { text };
}

/** The theme that a short note is, or a tag where it is asked; what else is said is named. */
function labelOf(
  item: Item,
  tags: 'theme' | undefined,
  notice: Report['notice'],
): string | undefined {
  const note = item.note?.trim() ?? '';
  const isLabel =
    note !== '' && note.length <= MAX_LABEL && !/[\n.!?…:;]$|^[.#]|\n|:\/\//u.test(note);
  if (note !== '' && !isLabel)
    notice(item.line, 'line', `lost its note: longer than ${MAX_LABEL} characters or a sentence`);
  const [tag, ...others] = item.tags ?? [];
  if (tag !== undefined && (tags === undefined || isLabel || others.length > 0)) {
    const hint = ': --tags theme takes the first for the theme';
    notice(item.line, 'line', `lost its tags${tags === undefined ? hint : ' but the first'}`);
  }
  if (isLabel) return note;
  return tags === undefined ? undefined : tag?.replaceAll(/^#/gu, '');
}

/** A date with slashes or points in the order of ISO 8601, without the time of day. */
function plainDate(date: string | undefined): string | undefined {
  return date
    ?.trim()
    .replace(/^(\d{4})[/.](\d{2})(?:[/.](\d{2}))?$/u, (_, year, month, day) =>
      [year, month, day].filter(Boolean).join('-'),
    )
    .replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/u, '$1');
}
