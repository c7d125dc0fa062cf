import type { Root } from 'mdast';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { assemble } from './assemble.ts';
import { findGfmBlocks, parseMarkdown, plainText, readParagraphs, textKey } from './body.ts';
import { findForbidden } from './characters.ts';
import type { About, Collection, Ledger, QuoteEntry } from './model.ts';
import { checkLedger, LEDGER_FILE, readLedger } from './permalinks.ts';
import { ContentError, type Problem } from './problem.ts';
import { aboutSchema, frontmatterSchema } from './schema.ts';
import { isSlug, slugger, slugKey } from './slug.ts';
import { readText } from './text.ts';
import { readYaml } from './yaml.ts';

export const ABOUT_FILE = 'collection.yaml';
export const QUOTES_FOLDER = 'quotes';

type Report = (problem: Omit<Problem, 'severity'> & Partial<Problem>) => void;

/** A content folder, read whole: what stands in it and everything that is wrong with it. */
export interface Reading {
  about?: About;
  entries: QuoteEntry[];
  ledger?: Ledger;
  /** Absent when there are errors. */
  collection?: Collection;
  problems: Problem[];
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function readIntroduction(markdown: string, line: number, report: Report): About['introduction'] {
  const { paragraphs, problems } = readParagraphs(parseMarkdown(markdown).children, {
    links: true,
  });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    report({
      file: ABOUT_FILE,
      line,
      field: 'introduction',
      message: `holds ${construct}.`,
      fix: 'Use plain paragraphs with emphasis, strong, code and web links only.',
    });
  }
  const forbidden = findForbidden(plainText(paragraphs));
  if (forbidden) {
    const message = `holds the invisible or control character ${forbidden.name}.`;
    report({ file: ABOUT_FILE, line, field: 'introduction', message, fix: 'Remove it.' });
  }
  return paragraphs;
}

function checkTwice(about: About, report: Report): void {
  const seen = new Set<string>();
  for (const { number, slug } of about.parts) {
    for (const [field, value] of [['number', number] as const, ['slug', slug] as const]) {
      const key = `${field} ${value}`;
      if (seen.has(key)) {
        const message = `has the ${key} twice.`;
        report({
          file: ABOUT_FILE,
          field: 'parts',
          message,
          fix: 'Give each part its own.',
        });
      }
      seen.add(key);
    }
  }
}

function readAbout(folder: string, report: Report): About | undefined {
  const path = join(folder, ABOUT_FILE);
  if (!existsSync(path)) {
    const message = 'is missing.';
    const fix = 'Write one with title, person, lang, introduction and parts (see README.md).';
    report({ file: ABOUT_FILE, message, fix });
    return undefined;
  }
  const read = readText(path);
  if (!('text' in read)) {
    report({ file: ABOUT_FILE, ...read });
    return undefined;
  }
  const { text } = read;
  const { data, problems } = readYaml(text, aboutSchema);
  for (const problem of problems) report({ file: ABOUT_FILE, ...problem });
  if (!data) return undefined;
  const line = lineOf(text, text.search(/^["']?introduction["']?\s*:/mu));
  const introduction = readIntroduction(data.introduction, line, report);
  const about = { ...data, introduction, subjects: data.subjects ?? [] };
  checkTwice(about, report);
  return about;
}

function readBody(
  markdown: string,
  blocks: Root['children'],
  file: string,
  report: Report,
): Pick<QuoteEntry, 'paragraphs' | 'text'> | undefined {
  const { paragraphs, problems } = readParagraphs(blocks, { links: false });
  const text = plainText(paragraphs);
  const refused = [...problems, ...findGfmBlocks(markdown)];
  const firstLine = blocks.find(({ type }) => type !== 'yaml')?.position?.start.line;
  for (const { construct, line } of refused) {
    const message = `holds ${construct}.`;
    const fix =
      'A quote is plain paragraphs with emphasis, strong, code and hard breaks; write a literal mark with a backslash.';
    report({ file, line, field: 'body', message, fix });
  }
  const forbidden = findForbidden(text);
  if (forbidden) {
    const message = `holds the invisible or control character ${forbidden.name}.`;
    report({
      file,
      line: firstLine ?? 1,
      field: 'body',
      message,
      fix: 'Remove it.',
    });
  }
  if (refused.length > 0 || forbidden) return undefined;
  if (text.trim() === '') {
    report({
      file,
      field: 'body',
      message: 'is empty.',
      fix: 'Write the quote below the ---.',
    });
    return undefined;
  }
  return { paragraphs, text };
}

function readQuote(path: string, file: string, report: Report): QuoteEntry | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const message = 'has a name that cannot be a permalink.';
    const fix = `Rename it to ${slugger()(id)}.md: lower-case letters, digits and hyphens.`;
    report({ file, message, fix });
  }
  const read = readText(path);
  if (!('text' in read)) {
    report({ file, ...read });
    return undefined;
  }
  const markdown = read.text;
  const blocks = parseMarkdown(markdown).children;
  const [first] = blocks;
  if (first?.type !== 'yaml') {
    const message = 'has no frontmatter.';
    const fix = 'Begin the file with part, theme and source between two lines of ---.';
    report({ file, line: 1, message, fix });
    return undefined;
  }
  // The frontmatter's text begins on the line after the opening ---.
  const { data, problems } = readYaml(first.value, frontmatterSchema, 2);
  for (const problem of problems) report({ file, ...problem });
  const body = readBody(markdown, blocks, file, report);
  if (!data || !body) return undefined;
  return {
    id,
    ...data,
    ...body,
    aliases: data.aliases ?? [],
    status: data.status ?? 'attributed',
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The quote files of a folder, sorted by path; anything else in it is reported. */
function quoteFiles(folder: string, report: Report): string[] {
  const warn = (file: string, message: string, fix: string) =>
    report({ severity: 'warning', file, message, fix });
  for (const name of readdirSync(folder).toSorted()) {
    if (![ABOUT_FILE, LEDGER_FILE, QUOTES_FOLDER].includes(name)) {
      const fix = `Only ${ABOUT_FILE}, ${LEDGER_FILE} and ${QUOTES_FOLDER}/ are read; move it away.`;
      warn(name, 'is not read.', fix);
    }
  }
  const quotes = join(folder, QUOTES_FOLDER);
  if (!isFolder(quotes)) return [];
  return readdirSync(quotes, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path }) => {
      if (entry.isFile() && entry.name.endsWith('.md')) return [path];
      const file = relative(folder, path).replaceAll(sep, '/');
      warn(file, 'is not a quote.', 'A quote is a file whose name ends in .md; move this away.');
      return [];
    });
}

/** What only shows when all quotes are seen together. */
function checkTogether(
  about: About | undefined,
  files: Map<QuoteEntry, string>,
  report: Report,
): void {
  const numbers = about?.parts.map(({ number }) => number);
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [{ id, part, text }, file] of files) {
    const sameId = ids.get(slugKey(id));
    if (sameId) {
      const message = `has the same id as ${sameId}.`;
      report({ file, message, fix: 'Rename one of the two.' });
    } else ids.set(slugKey(id), file);
    if (numbers && !numbers.includes(part)) {
      const fix = `Use one of ${numbers.join(', ')}, or add the part to ${ABOUT_FILE}.`;
      report({
        file,
        field: 'part',
        message: `names part ${part}, which is not there.`,
        fix,
      });
    }
    const sameText = texts.get(textKey(text));
    if (sameText) {
      const message = `is the same quote as ${sameText}.`;
      report({ file, field: 'body', message, fix: 'Keep one of the two.' });
    } else texts.set(textKey(text), file);
  }
  for (const [{ aliases }, file] of files) {
    for (const alias of aliases) {
      const other = ids.get(alias);
      if (other) {
        const message = `names ${alias}, which is the id or an alias of ${other}.`;
        report({ file, field: 'aliases', message, fix: 'Remove it.' });
      } else ids.set(alias, file);
    }
  }
}

/**
 * Reads a content folder whole. Every problem is reported, none is thrown; only a folder that is
 * not there at all is an error of its own.
 */
export function readCollection(folder: string): Reading {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push({ severity: 'error', ...problem });
  if (!isFolder(folder)) {
    const fix = `Make it with ${ABOUT_FILE} and ${QUOTES_FOLDER}/, or correct CONTENT_DIR.`;
    report({ file: folder, message: 'is not a folder.', fix });
    return { entries: [], problems };
  }
  const about = readAbout(folder, report);
  const files = new Map<QuoteEntry, string>();
  const paths = quoteFiles(folder, report);
  for (const path of paths) {
    const file = relative(folder, path).replaceAll(sep, '/');
    const entry = readQuote(path, file, report);
    if (entry) files.set(entry, file);
  }
  checkTogether(about, files, report);
  if (paths.length === 0) {
    const fix = 'Write a quote file, or import notes with npm run import.';
    report({ file: QUOTES_FOLDER, message: 'holds no quotes.', fix });
  }
  const entries = [...files.keys()];
  const { ledger, problems: ledgerProblems } = readLedger(folder);
  problems.push(...ledgerProblems);
  const unread = problems.some(({ severity }) => severity === 'error');
  // A file that could not be read would seem to be gone: the ledger is compared only after that.
  if (ledger && !unread) problems.push(...checkLedger(ledger, entries));
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    entries,
    problems,
    ...(about && { about }),
    ...(ledger && { ledger }),
    ...(about && !failed && { collection: assemble(about, entries) }),
  };
}

/** The reading of a folder that must be sound; throws a ContentError that lists every problem. */
export function requireCollection(
  folder: string,
): Reading & { about: About; collection: Collection } {
  const { about, collection, ...reading } = readCollection(folder);
  if (!about || !collection) throw new ContentError(folder, reading.problems);
  return { ...reading, about, collection };
}
