import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { assemble } from '../collection/assemble.ts';
import type { AddressLedger, Collection, CollectionConfig } from '../collection/model.ts';
import type { Ledger, OwnPage, QuoteEntry } from '../collection/model.ts';
import { readCollectionConfig } from './collection-file.ts';
import { checkSubjects, checkCrossFileRules } from './cross-file-rules.ts';
import { ContentError, reportTo, type Diagnostic, type FolderReporter } from './diagnostic.ts';
import { ADDRESSES_FILE, COLLECTION_FILE, contentNames, LEDGER_FILE } from './file-names.ts';
import { PAGES_FOLDER, QUOTES_FOLDER, README_FILE } from './file-names.ts';
import { checkAddresses, checkLedger, readAddresses, readLedger } from './ledgers.ts';
import { readOwnPages } from './page-file.ts';
import { readQuote } from './quote-file.ts';
import { addressable, withoutSample } from './sample.ts';
import { listFiles, readUtf8File } from './read-files.ts';

/** The content of a folder and all its problems. */
export interface LoadResult {
  config?: CollectionConfig | undefined;
  entries: QuoteEntry[];
  /** The path of each quote's file by its id, relative to the folder. */
  files: Map<string, string>;
  ownPages: OwnPage[];
  ledger?: Ledger | undefined;
  addresses?: AddressLedger | undefined;
  /** Absent if there are errors. */
  collection?: Collection;
  problems: Diagnostic[];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Lists the quote files of a folder, sorted by path, and reports every other file. */
function quoteFiles(folder: string, reportIn: FolderReporter): { path: string; file: string }[] {
  for (const name of readdirSync(folder).toSorted()) {
    const hint = `Only ${COLLECTION_FILE}, ${LEDGER_FILE}, ${ADDRESSES_FILE}, ${QUOTES_FOLDER}/ and ${PAGES_FOLDER}/ are read. Move it elsewhere.`;
    if (!contentNames.includes(name)) reportIn(name)('unread-file', 'is not read.', hint);
  }
  const quotes = join(folder, QUOTES_FOLDER);
  const entries = isFolder(quotes) ? listFiles(quotes) : [];
  return entries
    .filter(({ name }) => name !== README_FILE)
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path }) => {
      const file = relative(folder, path).replaceAll(sep, '/');
      if (entry.isFile() && entry.name.endsWith('.md')) return [{ path, file }];
      const hint = 'A quote is a file whose name ends in .md. Move this one elsewhere.';
      reportIn(file)('unread-file', 'is not a quote.', hint);
      return [];
    });
}

/**
 * Returns the id of an invalid file and its possible aliases: every published id in its text.
 * Otherwise its aliases would be reported as lost.
 */
function possibleNames(path: string, ledger: Record<string, unknown>) {
  const text = readUtf8File(path, () => undefined) ?? '';
  const live = Object.keys(ledger).filter((id) => ledger[id] === 'live');
  return { id: basename(path, '.md'), aliases: live.filter((id) => text.includes(id)) };
}

/** Reads a content folder and reports every problem. Never throws for invalid content. */
export function readCollection(folder: string): LoadResult {
  const problems: Diagnostic[] = [];
  const reportIn = reportTo(problems);
  if (!isFolder(folder)) {
    const hint = 'Create it with npm run new, or correct its path (CONTENT_DIR).';
    reportIn(folder)('folder-missing', 'is not a folder.', hint);
    return { entries: [], files: new Map(), ownPages: [], problems };
  }
  const config = readCollectionConfig(folder, reportIn);
  const parsed = quoteFiles(folder, reportIn).map(({ path, file }) => ({
    path,
    quote: readQuote(path, file, config, reportIn(file)),
  }));
  const quotes = parsed.flatMap(({ quote }) => quote ?? []);
  checkCrossFileRules(quotes);
  if (parsed.length === 0) {
    const hint = 'Add one with npm run add, or import some with npm run import.';
    reportIn(QUOTES_FOLDER)('no-quotes', 'has no quotes.', hint);
  }
  const ownPages = readOwnPages(folder, config?.lang ?? 'en', reportIn);
  const entries = quotes.map(({ entry }) => entry);
  const files = new Map(quotes.map(({ entry, file }) => [entry.id, file]));
  const { data: ledger, validMembers, at } = readLedger(folder, reportIn);
  if (validMembers) {
    const invalid = parsed.filter(({ quote }) => !quote);
    const unreadable = invalid.map(({ path }) => possibleNames(path, validMembers));
    checkLedger(validMembers, [...addressable(entries, validMembers), ...unreadable], at, reportIn);
  }
  const { data: addresses, at: addressAt } = readAddresses(folder, reportIn);
  const hasErrors = () => problems.some(({ severity }) => severity === 'error');
  const collection =
    config && !hasErrors() ? assemble(config, entries, { ledger, addresses }, ownPages) : undefined;
  const result: LoadResult = { config, entries, files, ownPages, ledger, addresses, problems };
  if (!config || !collection) return result;
  checkSubjects(config, collection, reportIn);
  if (addresses)
    checkAddresses(withoutSample({ ...result, collection }), addresses, addressAt, reportIn);
  return hasErrors() ? result : { ...result, collection };
}

/** Reads a content folder that must be valid. Throws a ContentError that lists every problem. */
export function loadCollectionOrThrow(
  folder: string,
): LoadResult & { config: CollectionConfig; collection: Collection } {
  const { config, collection, ...loaded } = readCollection(folder);
  if (!config || !collection) throw new ContentError(folder, loaded.problems);
  return { ...loaded, config, collection };
}
