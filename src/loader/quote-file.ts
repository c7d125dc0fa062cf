import { basename } from 'node:path';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { plainText } from '../collection/plain-text.ts';
import { isBlank } from '../text/forbidden-characters.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { isSlug, slugger } from '../text/slug.ts';
import { positionAt, type Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { readMarkdownFile, type MarkdownFile } from './markdown-file.ts';
import { frontmatterSchema } from './schema.ts';
import { findJoinedVerse } from './verse.ts';

/** A quote with its file, and functions to report problems at a field or the `body`. */
export interface QuoteFile {
  entry: QuoteEntry;
  file: string;
  report: Reporter;
  positionOf: MarkdownFile['positionOf'];
}

/** Reads a quote file and reports every problem. Without `config`, no field is required. */
export function readQuote(
  path: string,
  file: string,
  config: CollectionConfig | undefined,
  report: Reporter,
): QuoteFile | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const name = `${slugger(config?.lang ?? 'en')(id)}.md`;
    const hint = `Rename it to ${name}: lower-case letters, digits and hyphens.`;
    report('file-name', 'has a name that cannot be a permalink.', hint);
  }
  const read = readMarkdownFile(path, frontmatterSchema, parseMarkdown, report);
  if (!read) return undefined;
  if (config) checkFields(config, read, report);
  const body = readBody(read, report);
  const { data } = read.fields;
  if (!data || !body) return undefined;
  const { aliases = [], status = 'attributed' } = data;
  const entry = { id, ...data, ...body, aliases, status };
  return { entry, file, report, positionOf: read.positionOf };
}

/** Reports missing fields that the collection requires, and a part that does not exist. */
function checkFields(
  { parts, requires = [], person }: CollectionConfig,
  { fields: { get, problems }, positionOf }: MarkdownFile,
  report: Reporter,
): void {
  const numbers = parts.map(({ number }) => number);
  const part = get('part');
  if (Number.isInteger(part) && !numbers.includes(part as number)) {
    const [why, hint] =
      numbers.length > 0
        ? ['which does not exist', `Use one of ${numbers.join(', ')}, or add the part to`]
        : ['but the collection has no parts', 'Remove it, or list the parts in'];
    const message = `names part ${part as number}, ${why}.`;
    report('unknown-part', message, `${hint} ${COLLECTION_FILE}.`, positionOf('part'));
  }
  // Invalid YAML has no known fields, so nothing can be reported as missing.
  if (problems.some(([rule]) => rule.startsWith('yaml-') && rule !== 'yaml-comment')) return;
  const required = new Set([...(numbers.length > 0 ? (['part'] as const) : []), ...requires]);
  for (const field of required) {
    const isGiven = get(field) !== undefined || (field === 'person' && person !== undefined);
    const isReported = problems.some(
      ([, , hint, position]) => position?.field === field || hint === `Write ${field}.`,
    );
    if (isGiven || isReported) continue;
    const why = requires.includes(field)
      ? `${COLLECTION_FILE} requires it: write it above the second ---.`
      : `${COLLECTION_FILE} lists parts: write the number of one, such as part: ${numbers[0]}.`;
    report('missing-field', 'is missing.', why, positionOf(field));
  }
}

function readBody(
  { body, blocks, positionOf, isForbidden }: MarkdownFile,
  report: Reporter,
): Pick<QuoteEntry, 'paragraphs' | 'text'> | undefined {
  const { paragraphs, problems } = readParagraphs(blocks, { links: false });
  const text = plainText(paragraphs);
  const unsupported = [...problems, ...findGfmBlocks(body)];
  for (const { construct, line, column } of unsupported) {
    const hint =
      'Use plain paragraphs with emphasis, strong, code and hard breaks only; escape a literal mark with a backslash.';
    report('construct', `contains ${construct}.`, hint, { line, column, field: 'body' });
  }
  if (unsupported.length > 0 || isForbidden) return undefined;
  if (isBlank(text)) {
    report('empty-body', 'is empty.', 'Write the quote below the ---.', positionOf('body'));
    return undefined;
  }
  if (!['', text.trim()].includes(withoutMarks(text))) {
    const message = 'has quotation marks around it, which pages add themselves.';
    const hint = 'Remove them, or run npm run check -- --fix.';
    report('outer-marks', message, hint, positionOf('body'));
  }
  const verseAt = findJoinedVerse(body);
  if (verseAt !== undefined) {
    const hint = 'End each line of a poem but the last with a backslash: \\.';
    const position = { ...positionAt(body, verseAt), field: 'body' };
    report('joined-lines', 'has lines that will be joined into one.', hint, position);
  }
  return { paragraphs, text };
}
