import { basename } from 'node:path';
import { COLLECTION_FILE } from './file-names.ts';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { readMarkdownFile, type MarkdownFile } from './markdown-file.ts';
import { plainText } from '../collection/plain-text.ts';
import { isBlank } from '../text/forbidden-characters.ts';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { findJoinedVerse } from './verse.ts';
import { positionAt, type Position, type Reporter } from './diagnostic.ts';
import type { RuleId } from './rules.ts';
import { frontmatterSchema } from './schema.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { isSlug, slugger } from '../text/slug.ts';

/** A quote's file, with what reports problems of it, at a field or the `body`. */
export interface Origin {
  file: string;
  report: (rule: RuleId, field: string | undefined, message: string, hint: string) => void;
}

/**
 * Reads the file of a quote at a path, called `file` in reports; everything wrong with it is
 * reported. The settings of the collection say what it must have, where they could be read.
 */
export function readQuote(
  path: string,
  file: string,
  about: CollectionConfig | undefined,
  reporter: Reporter,
): { entry: QuoteEntry; origin: Origin } | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const message = 'has a name that cannot be a permalink.';
    const hint = `Rename it to ${slugger(about?.lang ?? 'en')(id)}.md: lower-case letters, digits and hyphens.`;
    reporter({ rule: 'file-name', file, message, hint });
  }
  const read = readMarkdownFile(path, file, frontmatterSchema, parseMarkdown, reporter);
  if (!read) return undefined;
  const { data, at } = read.fields;
  const placeOf = (field: string) => (field === 'body' ? read.place : at(field));
  const report: Origin['report'] = (rule, field, message, hint) =>
    reporter({ rule, file, ...(field && { ...placeOf(field), field }), message, hint });
  if (about) checkFields(about, read.fields, report);
  const body = readBody(read, (rule, place, message, hint) =>
    reporter({ rule, file, ...place, field: 'body', message, hint }),
  );
  if (!data || !body) return undefined;
  const { aliases = [], status = 'attributed' } = data;
  return { entry: { id, ...data, ...body, aliases, status }, origin: { file, report } };
}

/** Reports fields that this collection requires, and a part that it does not have. */
function checkFields(
  { parts, requires = [], person }: CollectionConfig,
  { get, problems }: MarkdownFile['fields'],
  report: Origin['report'],
): void {
  const numbers = parts.map(({ number }) => number);
  const part = get('part');
  if (Number.isInteger(part) && !numbers.includes(part as number)) {
    const hasParts = numbers.length > 0;
    const why = hasParts ? 'which is not there' : 'but the collection has no parts';
    const hint = hasParts
      ? `Use one of ${numbers.join(', ')}, or add the part to ${COLLECTION_FILE}.`
      : `Remove it, or list the parts in ${COLLECTION_FILE}.`;
    report('unknown-part', 'part', `names part ${part as number}, ${why}.`, hint);
  }
  // Of text that is no YAML nobody knows which fields it has.
  if (problems.some(({ rule }) => rule.startsWith('yaml-') && rule !== 'yaml-comment')) return;
  const required = new Set([...(numbers.length > 0 ? (['part'] as const) : []), ...requires]);
  for (const field of required) {
    const isGiven = get(field) !== undefined || (field === 'person' && person !== undefined);
    const isNamed = problems.some(
      (problem) => problem.field === field || problem.hint === `Write ${field}.`,
    );
    if (isGiven || isNamed) continue;
    const why = requires.includes(field)
      ? `${COLLECTION_FILE} requires it: write it above the second ---.`
      : `${COLLECTION_FILE} lists parts: write the number of one, such as part: ${numbers[0]}.`;
    report('missing-field', field, 'is missing.', why);
  }
}

function readBody(
  { markdown, blocks, end, place, isForbidden }: MarkdownFile,
  report: (rule: RuleId, place: Position, message: string, hint: string) => void,
): Pick<QuoteEntry, 'paragraphs' | 'text'> | undefined {
  const { paragraphs, problems } = readParagraphs(blocks, { links: false });
  const text = plainText(paragraphs);
  const refused = [...problems, ...findGfmBlocks(markdown)];
  for (const { construct, ...at } of refused) {
    const hint =
      'A quote is plain paragraphs with emphasis, strong, code and hard breaks; write a literal mark with a backslash.';
    report('construct', at, `contains ${construct}.`, hint);
  }
  if (refused.length > 0 || isForbidden) return undefined;
  if (isBlank(text)) {
    report('empty-body', place, 'is empty.', 'Write the quote below the ---.');
    return undefined;
  }
  if (!['', text.trim()].includes(withoutMarks(text))) {
    const message = 'has quotation marks around it, which pages set themselves.';
    report('outer-marks', place, message, 'Remove them, or run npm run check -- --fix.');
  }
  const joined = findJoinedVerse(markdown.slice(end));
  if (joined !== undefined) {
    const hint = 'End each line of a poem but the last with a backslash: \\.';
    const at = positionAt(markdown, end + joined);
    report('joined-lines', at, 'has lines that are set as one.', hint);
  }
  return { paragraphs, text };
}
