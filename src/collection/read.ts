import type { Root } from 'mdast';
import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { assemble } from './assemble.ts';
import { findGfmBlocks, parseMarkdown, plainText, readParagraphs, textKey } from './body.ts';
import { findForbidden, isBlank } from './characters.ts';
import { findExcess } from './excess.ts';
import type { About, Collection, Ledger, QuoteEntry } from './model.ts';
import { checkLedger, LEDGER_FILE, readLedger } from './permalinks.ts';
import { ContentError, type Problem } from './problem.ts';
import { rules } from './rules.ts';
import { findAlike, findSameLabels, findSameNames, type Likeness } from './likeness.ts';
import { aboutSchema, frontmatterSchema } from './schema.ts';
import { isSlug, slugger, slugKey } from './slug.ts';
import { checkSubjects } from './subjects.ts';
import { readText } from './text.ts';
import { readYaml, type Place } from './yaml.ts';

export const ABOUT_FILE = 'collection.yaml';
export const QUOTES_FOLDER = 'quotes';

type Report = (problem: Omit<Problem, 'severity'>) => void;

/** A content folder, read whole: what stands in it and everything that is wrong with it. */
export interface Reading {
  about?: About;
  entries: QuoteEntry[];
  /** The file of each quote by its id, relative to the folder. */
  files: Map<string, string>;
  ledger?: Ledger;
  /** Absent when there are errors. */
  collection?: Collection;
  problems: Problem[];
}

/** Where a quote and its fields stand. */
interface Origin {
  file: string;
  /** Line and column of a field, or of the `body`. */
  at: (field: string) => Place;
}

function placeIn(text: string, index: number): Place {
  const before = text.slice(0, index);
  const column = index - before.lastIndexOf('\n');
  return { line: before.split('\n').length, column };
}

function readIntroduction(markdown: string, place: Place, report: Report): About['introduction'] {
  const excess = findExcess(markdown);
  if (excess) {
    const message = `holds ${excess.what}.`;
    const at = { file: ABOUT_FILE, ...place, field: 'introduction' };
    report({ rule: 'excess', ...at, message, fix: 'Shorten it.' });
    return [];
  }
  const { paragraphs, problems } = readParagraphs(parseMarkdown(markdown).children, {
    links: true,
  });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    report({
      rule: 'construct',
      file: ABOUT_FILE,
      ...place,
      field: 'introduction',
      message: `holds ${construct}.`,
      fix: 'Use plain paragraphs with emphasis, strong, code and web links only.',
    });
  }
  const forbidden = findForbidden(plainText(paragraphs));
  if (forbidden) {
    const message = `holds the invisible or control character ${forbidden.name}.`;
    const field = 'introduction';
    const rule = 'forbidden-character';
    report({ rule, file: ABOUT_FILE, ...place, field, message, fix: 'Remove it.' });
  }
  return paragraphs;
}

function checkTwice(about: About, place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const { number, slug } of about.parts) {
    for (const [field, value] of [['number', number] as const, ['slug', slug] as const]) {
      const key = `${field} ${value}`;
      if (seen.has(key)) {
        const message = `has the ${key} twice.`;
        report({
          rule: 'repeated-part',
          file: ABOUT_FILE,
          ...place,
          field: 'parts',
          message,
          fix: 'Give each part its own.',
        });
      }
      seen.add(key);
    }
  }
}

/** The longest `collection.yaml`, in UTF-16 units: thousands of subjects. */
const LONGEST_ABOUT = 1_000_000;

function reportExcess(text: string, file: string, report: Report): boolean {
  const isAbout = file === ABOUT_FILE;
  const end = text.indexOf('\n---\n');
  const markdownFrom = isAbout || end === -1 ? text.length : end + 1;
  const excess = findExcess(text, { markdownFrom, ...(isAbout && { most: LONGEST_ABOUT }) });
  if (!excess) return false;
  const place = placeIn(text, excess.index);
  const field = excess.index > markdownFrom ? { field: 'body' } : {};
  const fix = 'Shorten it, or write literal marks with a backslash.';
  report({ rule: 'excess', file, ...place, ...field, message: `holds ${excess.what}.`, fix });
  return true;
}

function readAbout(folder: string, report: Report): About | undefined {
  const path = join(folder, ABOUT_FILE);
  if (!existsSync(path)) {
    const message = 'is missing.';
    const fix = 'Write one with title, person, lang, introduction and parts (see README.md).';
    report({ rule: 'about-missing', file: ABOUT_FILE, message, fix });
    return undefined;
  }
  const read = readText(path);
  if (!('text' in read)) {
    report({ file: ABOUT_FILE, ...read });
    return undefined;
  }
  const { text } = read;
  if (reportExcess(text, ABOUT_FILE, report)) return undefined;
  const { data, at, problems } = readYaml(text, aboutSchema);
  for (const problem of problems) report({ file: ABOUT_FILE, ...problem });
  if (!data) return undefined;
  const introduction = readIntroduction(data.introduction, at('introduction'), report);
  const about = { ...data, introduction, subjects: data.subjects ?? [] };
  checkTwice(about, at('parts'), report);
  return about;
}

function readBody(
  markdown: string,
  blocks: Root['children'],
  file: string,
  report: Report,
): (Pick<QuoteEntry, 'paragraphs' | 'text'> & { place: Place }) | undefined {
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
    const there = written ? placeIn(markdown, head.offset! + written.index) : place;
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

function readQuote(
  path: string,
  file: string,
  parts: number[] | undefined,
  report: Report,
): { entry: QuoteEntry; origin: Origin } | undefined {
  const id = basename(file, '.md');
  if (!isSlug(id)) {
    const message = 'has a name that cannot be a permalink.';
    const fix = `Rename it to ${slugger()(id)}.md: lower-case letters, digits and hyphens.`;
    report({ rule: 'file-name', file, message, fix });
  }
  const read = readText(path);
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
    const fix = `Use one of ${parts.join(', ')}, or add the part to ${ABOUT_FILE}.`;
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What a folder and those in it hold; links to folders, which may lead round in circles, are not followed. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry],
  );
}

/** The quote files of a folder, sorted by path; anything else in it is reported. */
function quoteFiles(folder: string, report: Report): string[] {
  const warn = (file: string, message: string, fix: string) =>
    report({ rule: 'unread-file', file, message, fix });
  for (const name of readdirSync(folder).toSorted()) {
    if (![ABOUT_FILE, LEDGER_FILE, QUOTES_FOLDER].includes(name)) {
      const fix = `Only ${ABOUT_FILE}, ${LEDGER_FILE} and ${QUOTES_FOLDER}/ are read; move it away.`;
      warn(name, 'is not read.', fix);
    }
  }
  const quotes = join(folder, QUOTES_FOLDER);
  if (!isFolder(quotes)) return [];
  return entriesBelow(quotes)
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
function checkTogether(origins: Map<QuoteEntry, Origin>, report: Report): void {
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [{ id, text }, { file, at }] of origins) {
    const sameId = ids.get(slugKey(id));
    if (sameId) {
      const message = `has the same id as ${sameId}.`;
      report({ rule: 'repeated-id', file, message, fix: 'Rename one of the two.' });
    } else ids.set(slugKey(id), file);
    const sameText = texts.get(textKey(text));
    if (sameText) {
      const message = `is the same quote as ${sameText}.`;
      const fix = 'Keep one of the two.';
      report({ rule: 'duplicate-quote', file, ...at('body'), field: 'body', message, fix });
    } else texts.set(textKey(text), file);
  }
  for (const [{ aliases }, { file, at }] of origins) {
    for (const alias of aliases) {
      const other = ids.get(alias);
      if (other) {
        const message = `names ${alias}, which is the id or an alias of ${other}.`;
        const place = { file, ...at('aliases'), field: 'aliases' };
        report({ rule: 'taken-alias', ...place, message, fix: 'Remove it.' });
      } else ids.set(alias, file);
    }
  }
}

const likenesses: Record<Likeness<QuoteEntry>['kind'], (file: string) => string> = {
  marks: (file) => `differs from ${file} only by case, marks and spaces.`,
  inside: (file) => `stands whole in ${file}.`,
  near: (file) => `is nearly the same as ${file}.`,
};

/** What may be meant so, but looks like a slip: quotes and labels that resemble each other. */
function checkLikeness(origins: Map<QuoteEntry, Origin>, report: Report): void {
  const entries = [...origins.keys()];
  const different = entries.filter(firstOf(({ text }) => textKey(text)));
  for (const { quote, other, kind } of findAlike(different)) {
    const { file, at } = origins.get(quote)!;
    const message = likenesses[kind](origins.get(other)!.file);
    const fix = 'Keep one of the two, if they are one.';
    report({ rule: 'near-duplicate-quote', file, ...at('body'), field: 'body', message, fix });
  }
  const holders = (field: 'theme' | 'source') => {
    const first = new Map<string, Origin>();
    for (const entry of entries) {
      if (!first.has(entry[field])) first.set(entry[field], origins.get(entry)!);
    }
    return first;
  };
  const themes = holders('theme');
  for (const { label, other } of findSameLabels([...themes.keys()])) {
    const { file, at } = themes.get(label)!;
    const message = `“${label}” differs from “${other}” in ${themes.get(other)!.file} only by case and punctuation.`;
    const fix = 'Write both the same.';
    report({ rule: 'alike-themes', file, ...at('theme'), field: 'theme', message, fix });
  }
  const sources = holders('source');
  for (const { label, other } of findSameNames([...sources.keys()])) {
    const { file, at } = sources.get(label)!;
    const message = `“${label}” looks like “${other}” in ${sources.get(other)!.file}, spelt in another way.`;
    const fix = 'Write both the same, if they are one.';
    report({ rule: 'alike-sources', file, ...at('source'), field: 'source', message, fix });
  }
}

function firstOf<T>(keyOf: (item: T) => string): (item: T) => boolean {
  const seen = new Set<string>();
  return (item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)) !== undefined;
}

/**
 * What a file that could not be read is called, and may once have been: every published id that
 * stands somewhere in it, so that none of its aliases seems lost.
 */
function namesIn(ledger: Ledger): (path: string) => Pick<QuoteEntry, 'id' | 'aliases'> {
  const live = Object.keys(ledger).filter((id) => ledger[id] === 'live');
  return (path) => {
    const read = readText(path);
    const text = 'text' in read ? read.text : '';
    return { id: basename(path, '.md'), aliases: live.filter((id) => text.includes(id)) };
  };
}

/**
 * Reads a content folder whole. Every problem is reported, none is thrown; only a folder that is
 * not there at all is an error of its own.
 */
export function readCollection(folder: string): Reading {
  const problems: Problem[] = [];
  const report: Report = (problem) =>
    problems.push({ ...problem, severity: rules[problem.rule].severity });
  if (!isFolder(folder)) {
    const fix = `Make it with ${ABOUT_FILE} and ${QUOTES_FOLDER}/, or correct CONTENT_DIR.`;
    report({ rule: 'folder-missing', file: folder, message: 'is not a folder.', fix });
    return { entries: [], files: new Map(), problems };
  }
  const about = readAbout(folder, report);
  const parts = about?.parts.map(({ number }) => number);
  const origins = new Map<QuoteEntry, Origin>();
  const isRead = new Set<string>();
  const paths = quoteFiles(folder, report);
  for (const path of paths) {
    const file = relative(folder, path).replaceAll(sep, '/');
    const quote = readQuote(path, file, parts, report);
    if (!quote) continue;
    origins.set(quote.entry, quote.origin);
    isRead.add(path);
  }
  checkTogether(origins, report);
  checkLikeness(origins, report);
  if (paths.length === 0) {
    const fix = 'Write a quote file, or import notes with npm run import.';
    report({ rule: 'no-quotes', file: QUOTES_FOLDER, message: 'holds no quotes.', fix });
  }
  const entries = [...origins.keys()];
  const files = new Map([...origins].map(([{ id }, { file }]) => [id, file]));
  const { ledger, sound, at, problems: ledgerProblems } = readLedger(folder);
  problems.push(...ledgerProblems);
  if (sound) {
    const unread = paths.filter((path) => !isRead.has(path));
    for (const problem of checkLedger(sound, [...entries, ...unread.map(namesIn(sound))])) {
      const place = at(problem.field);
      // An id whose state is wrong is there all the same.
      if (problem.rule === 'ledger-new' && place) continue;
      problems.push({ line: 1, column: 1, ...place, ...problem });
    }
  }
  const failed = problems.some(({ severity }) => severity === 'error');
  const collection = about && !failed ? assemble(about, entries) : undefined;
  if (about && collection) problems.push(...checkSubjects(about, collection));
  return {
    entries,
    files,
    problems,
    ...(about && { about }),
    ...(ledger && { ledger }),
    ...(collection && { collection }),
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
