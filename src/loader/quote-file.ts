import type { z } from 'astro/zod';
import type { Root } from 'mdast';
import { basename } from 'node:path';
import { COLLECTION_FILE } from './collection-file.ts';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { findLimitViolation } from './limits.ts';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { findJoinedVerse } from './verse.ts';
import { positionAt, type Position } from './diagnostic.ts';
import type { Reporter } from './diagnostic.ts';
import { frontmatterSchema } from './schema.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { isSlug, slugger } from '../text/slug.ts';
import { readUtf8File } from './read-utf8.ts';
import { readYaml } from './yaml.ts';
import type { FieldProblem } from './yaml-rules.ts';

/** Where a quote and its fields are. */
export interface Origin {
  file: string;
  /** Line and column of a field, or of the `body`. */
  at: (field: string) => Position;
}

/**
 * Reads the file of a quote at a path, called `file` in reports; everything wrong with it is
 * reported. The settings of the collection say what it must have, where they could be read.
 */
export function readQuote(
  path: string,
  file: string,
  about: CollectionConfig | undefined,
  report: Reporter,
): { entry: QuoteEntry; origin: Origin } | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const message = 'has a name that cannot be a permalink.';
    const hint = `Rename it to ${slugger(about?.lang ?? 'en')(id)}.md: lower-case letters, digits and hyphens.`;
    report({ rule: 'file-name', file, message, hint });
  }
  const read = readUtf8File(path);
  if (!('text' in read)) {
    report({ file, ...read });
    return undefined;
  }
  const markdown = read.text;
  if (reportLimitViolation(markdown, file, report)) return undefined;
  const blocks = parseMarkdown(markdown).children;
  const [first] = blocks;
  // The frontmatter's text begins on the line after the opening ---; a quote may go without.
  const frontmatter = first?.type === 'yaml' ? first.value : '';
  if (first?.type !== 'yaml' && reportFrontmatter(markdown, frontmatterSchema, file, report)) {
    return undefined;
  }
  const { data, at, get, problems } = readYaml(
    frontmatter,
    frontmatterSchema,
    first?.type === 'yaml' ? 2 : 1,
  );
  for (const problem of problems) report({ file, ...problem });
  if (about) checkFields(about, { file, at, get, problems }, report);
  const body = readBody(markdown, blocks, file, report);
  if (!data || !body) return undefined;
  const { place, ...content } = body;
  const entry = {
    id,
    ...data,
    ...content,
    aliases: data.aliases ?? [],
    status: data.status ?? ('attributed' as const),
  };
  return {
    entry,
    origin: { file, at: (field) => (field === 'body' ? place : at(field)) },
  };
}

/** Reports a file whose fields the parser does not see; whether there is such a problem. */
export function reportFrontmatter(
  markdown: string,
  schema: z.ZodObject,
  file: string,
  report: Reporter,
): boolean {
  const fault = frontmatterFault(markdown, Object.keys(schema.shape));
  if (!fault) return false;
  const [message, hint] = fault;
  report({ rule: 'frontmatter-missing', file, line: 1, column: 1, message, hint });
  return true;
}

function frontmatterFault(
  markdown: string,
  fields: string[],
): [message: string, hint: string] | undefined {
  const [first] = markdown.trimStart().split('\n') as [string];
  if (new RegExp(`^(?:${fields.join('|')})\\s*:`, 'u').test(first)) {
    return [
      'has fields without a line of --- above them.',
      'Write --- above and below the fields.',
    ];
  }
  if (first.trimEnd() === '+++') {
    return [
      'has fields between lines of +++.',
      'Write --- above and below, and a colon after each.',
    ];
  }
  if (!first.startsWith('---')) return undefined;
  if (first.trimEnd() !== '---') {
    return [`begins with ${first.trimEnd()}.`, 'Write three hyphens alone on the first line: ---.'];
  }
  if (!markdown.startsWith('---')) {
    return ['has something above the first ---.', 'Write --- on the first line of the file.'];
  }
  return ['has no second --- below the fields.', 'Write --- on a line of its own above the text.'];
}

/** Reports fields that this collection requires, and a part that it does not have. */
function checkFields(
  { parts, requires = [], person }: CollectionConfig,
  {
    file,
    at,
    get,
    problems,
  }: Origin & { get: (field: string) => unknown; problems: FieldProblem[] },
  report: Reporter,
): void {
  const numbers = parts.map(({ number }) => number);
  const part = get('part');
  if (numbers.length > 0 && Number.isInteger(part) && !numbers.includes(part as number)) {
    const message = `names part ${part as number}, which is not there.`;
    const hint = `Use one of ${numbers.join(', ')}, or add the part to ${COLLECTION_FILE}.`;
    report({ rule: 'unknown-part', file, ...at('part'), field: 'part', message, hint });
  }
  if (numbers.length === 0 && Number.isInteger(part)) {
    const message = `names part ${part as number}, but the collection has no parts.`;
    const hint = `Remove it, or list the parts in ${COLLECTION_FILE}.`;
    report({ rule: 'unknown-part', file, ...at('part'), field: 'part', message, hint });
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
    const why =
      field === 'part' && !requires.includes(field)
        ? `${COLLECTION_FILE} lists parts: write the number of one, such as part: ${numbers[0]}.`
        : `${COLLECTION_FILE} requires it: write it above the second ---.`;
    report({ rule: 'missing-field', file, ...at(field), field, message: 'is missing.', hint: why });
  }
}

function readBody(
  markdown: string,
  blocks: Root['children'],
  file: string,
  report: Reporter,
): (Pick<QuoteEntry, 'paragraphs' | 'text'> & { place: Position }) | undefined {
  const { paragraphs, problems } = readParagraphs(blocks, { links: false });
  const text = plainText(paragraphs);
  const refused = [...problems, ...findGfmBlocks(markdown)];
  const { start } = blocks.find(({ type }) => type !== 'yaml')?.position ?? {};
  const head =
    blocks[0]?.type === 'yaml' ? blocks[0].position!.end : { line: 1, column: 1, offset: 0 };
  const place = start
    ? { line: start.line, column: start.column }
    : { line: head.line, column: head.column };
  for (const { construct, line, column } of refused) {
    const message = `contains ${construct}.`;
    const hint =
      'A quote is plain paragraphs with emphasis, strong, code and hard breaks; write a literal mark with a backslash.';
    report({ rule: 'construct', file, line, column, field: 'body', message, hint });
  }
  const isForbidden = reportForbidden({ markdown, from: head.offset!, text, place }, file, report);
  if (refused.length > 0 || isForbidden) return undefined;
  if (isBlank(text)) {
    const hint = 'Write the quote below the ---.';
    report({ rule: 'empty-body', file, ...place, field: 'body', message: 'is empty.', hint });
    return undefined;
  }
  if (!['', text.trim()].includes(withoutMarks(text))) {
    const message = 'has quotation marks around it, which pages set themselves.';
    const hint = 'Remove them, or run npm run check -- --fix.';
    report({ rule: 'outer-marks', file, ...place, field: 'body', message, hint });
  }
  const joined = findJoinedVerse(markdown.slice(head.offset));
  if (joined !== undefined) {
    const message = 'has lines that are set as one.';
    const hint = 'End each line of a poem but the last with a backslash: \\.';
    const there = positionAt(markdown, head.offset! + joined);
    report({ rule: 'joined-lines', file, ...there, field: 'body', message, hint });
  }
  return { paragraphs, text, place };
}

/**
 * Reports a character that no body may contain; whether there is one. The body begins at `from`; `text`
 * is what it says and `place` where.
 */
export function reportForbidden(
  body: { markdown: string; from: number; text: string; place: Position },
  file: string,
  report: Reporter,
): boolean {
  const { markdown, from, text, place } = body;
  // As written, where a parser has not yet replaced it, and as meant by an entity.
  const written = findForbidden(markdown.slice(from));
  const forbidden = written ?? findForbidden(text);
  if (!forbidden) return false;
  const message = `contains the invisible or control character ${forbidden.name}.`;
  // An entity has no character of its own to point at.
  const there = written ? positionAt(markdown, from + written.index) : place;
  const rule = 'forbidden-character';
  report({ rule, file, ...there, field: 'body', message, hint: 'Remove it.' });
  return true;
}

/** Reports a file that would take the parsers too long; whether it is one. */
export function reportLimitViolation(text: string, file: string, report: Reporter): boolean {
  const end = text.indexOf('\n---\n');
  const markdownFrom = end === -1 ? text.length : end + 1;
  const violation = findLimitViolation(text, { markdownFrom });
  if (!violation) return false;
  const field = violation.index > markdownFrom ? { field: 'body' } : {};
  const message = `contains ${violation.what}.`;
  const hint = 'Shorten it, or write literal marks with a backslash.';
  report({
    rule: 'limit-exceeded',
    file,
    ...positionAt(text, violation.index),
    ...field,
    message,
    hint,
  });
  return true;
}
