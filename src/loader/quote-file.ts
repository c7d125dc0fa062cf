import type { Root } from 'mdast';
import { basename } from 'node:path';
import { COLLECTION_FILE } from './collection-file.ts';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { findLimitViolation } from './limits.ts';
import type { QuoteEntry } from '../collection/model.ts';
import { positionAt, type Position } from './position.ts';
import type { Reporter } from './diagnostic.ts';
import { frontmatterSchema } from './schema.ts';
import { isSlug, slugger } from '../text/slug.ts';
import { readUtf8File } from './read-utf8.ts';
import { readYaml } from './yaml.ts';

/** Where a quote and its fields stand. */
export interface Origin {
  file: string;
  /** Line and column of a field, or of the `body`. */
  at: (field: string) => Position;
}

/**
 * Reads the file of a quote at a path, called `file` in reports; everything wrong with it is
 * reported. `parts` are the numbers of those that there are, where that is known.
 */
export function readQuote(
  path: string,
  file: string,
  parts: number[] | undefined,
  report: Reporter,
): { entry: QuoteEntry; origin: Origin } | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const message = 'has a name that cannot be a permalink.';
    const fix = `Rename it to ${slugger()(id)}.md: lower-case letters, digits and hyphens.`;
    report({ rule: 'file-name', file, message, fix });
  }
  const read = readUtf8File(path);
  if (!('text' in read)) {
    report({ file, ...read });
    return undefined;
  }
  const markdown = read.text;
  if (reportExcess(markdown, file, report)) return undefined;
  const blocks = parseMarkdown(markdown).children;
  const [first] = blocks;
  if (first?.type !== 'yaml') {
    const message = 'has no frontmatter.';
    const fix = 'Begin the file with part, theme and source between two lines of ---.';
    report({ rule: 'frontmatter-missing', file, line: 1, column: 1, message, fix });
    return undefined;
  }
  // The frontmatter's text begins on the line after the opening ---.
  const { data, at, get, problems } = readYaml(first.value, frontmatterSchema, 2);
  for (const problem of problems) report({ file, ...problem });
  const part = get('part');
  if (parts && Number.isInteger(part) && !parts.includes(part as number)) {
    const message = `names part ${String(part)}, which is not there.`;
    const fix = `Use one of ${parts.join(', ')}, or add the part to ${COLLECTION_FILE}.`;
    report({ rule: 'unknown-part', file, ...at('part'), field: 'part', message, fix });
  }
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
  const head = blocks[0]!.position!.end;
  const place = start
    ? { line: start.line, column: start.column }
    : { line: head.line, column: head.column };
  for (const { construct, line, column } of refused) {
    const message = `holds ${construct}.`;
    const fix =
      'A quote is plain paragraphs with emphasis, strong, code and hard breaks; write a literal mark with a backslash.';
    report({ rule: 'construct', file, line, column, field: 'body', message, fix });
  }
  // As written, where a parser has not yet replaced it, and as meant by an entity.
  const written = findForbidden(markdown.slice(head.offset));
  const forbidden = written ?? findForbidden(text);
  if (forbidden) {
    const message = `holds the invisible or control character ${forbidden.name}.`;
    // An entity has no character of its own to point at.
    const there = written ? positionAt(markdown, head.offset! + written.index) : place;
    const rule = 'forbidden-character';
    report({ rule, file, ...there, field: 'body', message, fix: 'Remove it.' });
  }
  if (refused.length > 0 || forbidden) return undefined;
  if (isBlank(text)) {
    const fix = 'Write the quote below the ---.';
    report({ rule: 'empty-body', file, ...place, field: 'body', message: 'is empty.', fix });
    return undefined;
  }
  return { paragraphs, text, place };
}

function reportExcess(text: string, file: string, report: Reporter): boolean {
  const end = text.indexOf('\n---\n');
  const markdownFrom = end === -1 ? text.length : end + 1;
  const excess = findLimitViolation(text, { markdownFrom });
  if (!excess) return false;
  const field = excess.index > markdownFrom ? { field: 'body' } : {};
  const message = `holds ${excess.what}.`;
  const fix = 'Shorten it, or write literal marks with a backslash.';
  report({ rule: 'excess', file, ...positionAt(text, excess.index), ...field, message, fix });
  return true;
}
