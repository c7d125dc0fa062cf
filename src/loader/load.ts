import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { assemble } from '../collection/assemble.ts';
import type { AddressLedger, Collection, CollectionConfig } from '../collection/model.ts';
import type { Ledger, OwnPage, QuoteEntry } from '../collection/model.ts';
import { readCollectionConfig } from './collection-file.ts';
import { checkSubjects, checkCrossFileRules } from './cross-file-rules.ts';
import { ContentError, reportTo, type Diagnostic, type Reporter } from './diagnostic.ts';
import { ADDRESSES_FILE, COLLECTION_FILE, contentNames, LEDGER_FILE } from './file-names.ts';
import { PAGES_FOLDER, QUOTES_FOLDER, README_FILE } from './file-names.ts';
import { checkAddresses, checkLedger, readAddresses, readLedger } from './ledgers.ts';
import { readOwnPages } from './page-file.ts';
import { readQuote, type Origin } from './quote-file.ts';
import { addressable, withoutSample } from './sample.ts';
import { entriesBelow, readUtf8File } from './read-files.ts';

/** A content folder, read whole: its content and everything that is wrong with it. */
export interface LoadResult {
  about?: CollectionConfig | undefined;
  entries: QuoteEntry[];
  /** The file of each quote by its id, relative to the folder. */
  files: Map<string, string>;
  ownPages: OwnPage[];
  ledger?: Ledger | undefined;
  addresses?: AddressLedger | undefined;
  /** Absent when there are errors. */
  collection?: Collection;
  problems: Diagnostic[];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The quote files of a folder, sorted by path; anything else in it is reported. */
function quoteFiles(folder: string, report: Reporter): { path: string; file: string }[] {
  const warn = (file: string, message: string, hint: string) =>
    report({ rule: 'unread-file', file, message, hint });
  for (const name of readdirSync(folder).toSorted()) {
    if (contentNames.includes(name)) continue;
    const hint = `Only ${COLLECTION_FILE}, ${LEDGER_FILE}, ${ADDRESSES_FILE}, ${QUOTES_FOLDER}/ and ${PAGES_FOLDER}/ are read; move it away.`;
    warn(name, 'is not read.', hint);
  }
  const quotes = join(folder, QUOTES_FOLDER);
  if (!isFolder(quotes)) return [];
  return entriesBelow(quotes)
    .filter((entry) => entry.name !== README_FILE)
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const isQuote = entry.isFile() && entry.name.endsWith('.md');
      return { isQuote, path, file: relative(folder, path).replaceAll(sep, '/') };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .filter(({ isQuote, file }) => {
      const hint = 'A quote is a file whose name ends in .md; move this away.';
      if (!isQuote) warn(file, 'is not a quote.', hint);
      return isQuote;
    });
}

/**
 * What a file that could not be read is called, and may once have been: every published id that
 * occurs somewhere in it, so that none of its aliases seems lost.
 */
function namesIn(path: string, ledger: Record<string, unknown>) {
  const text = readUtf8File(path, path, () => undefined) ?? '';
  const live = Object.keys(ledger).filter((id) => ledger[id] === 'live');
  return { id: basename(path, '.md'), aliases: live.filter((id) => text.includes(id)) };
}

/**
 * Reads a content folder whole. Every problem is reported, none is thrown; only a folder that is
 * not there at all is an error of its own.
 */
export function readCollection(folder: string): LoadResult {
  const problems: Diagnostic[] = [];
  const report = reportTo(problems);
  if (!isFolder(folder)) {
    const hint = `Make it with ${COLLECTION_FILE} and ${QUOTES_FOLDER}/, or correct CONTENT_DIR.`;
    report({ rule: 'folder-missing', file: folder, message: 'is not a folder.', hint });
    return { entries: [], files: new Map(), ownPages: [], problems };
  }
  const about = readCollectionConfig(folder, report);
  const read = quoteFiles(folder, report).map(({ path, file }) => ({
    path,
    quote: readQuote(path, file, about, report),
  }));
  const origins = new Map<QuoteEntry, Origin>(
    read.flatMap(({ quote }) => (quote ? [[quote.entry, quote.origin]] : [])),
  );
  checkCrossFileRules(origins);
  if (read.length === 0) {
    const hint = 'Write a quote file, or import notes with npm run import.';
    report({ rule: 'no-quotes', file: QUOTES_FOLDER, message: 'has no quotes.', hint });
  }
  const ownPages = readOwnPages(folder, about?.lang ?? 'en', report);
  const entries = [...origins.keys()];
  const files = new Map([...origins].map(([{ id }, { file }]) => [id, file]));
  const { data: ledger, sound, at } = readLedger(folder, report);
  if (sound) {
    const unread = read.filter(({ quote }) => !quote).map(({ path }) => namesIn(path, sound));
    checkLedger(sound, [...addressable(entries, sound), ...unread], at, report);
  }
  const { data: addresses, at: addressAt } = readAddresses(folder, report);
  const hasErrors = () => problems.some(({ severity }) => severity === 'error');
  const collection =
    about && !hasErrors() ? assemble(about, entries, { ledger, addresses }, ownPages) : undefined;
  const result: LoadResult = { about, entries, files, ownPages, ledger, addresses, problems };
  if (!about || !collection) return result;
  checkSubjects(about, collection, report);
  if (addresses) {
    checkAddresses(withoutSample({ ...result, collection }), addresses, addressAt, report);
  }
  return hasErrors() ? result : { ...result, collection };
}

/** The reading of a folder that must be sound; throws a ContentError that lists every problem. */
export function loadCollectionOrThrow(
  folder: string,
): LoadResult & { about: CollectionConfig; collection: Collection } {
  const { about, collection, ...reading } = readCollection(folder);
  if (!about || !collection) throw new ContentError(folder, reading.problems);
  return { ...reading, about, collection };
}
