/** The files and folders of a content folder. */
export const COLLECTION_FILE = 'collection.yaml';
export const QUOTES_FOLDER = 'quotes';
export const PAGES_FOLDER = 'pages';
/** Every published id. */
export const LEDGER_FILE = 'permalinks.json';
/** Every published label, and the date, labels and first words of each published quote. */
export const ADDRESSES_FILE = 'addresses.json';
/** The state of the last import; not part of the collection. */
export const IMPORT_STATE_FILE = 'imported.json';
/** Explains a folder to people who browse the repository; ignored by the loader. */
export const README_FILE = 'README.md';

/** All names that a content folder may contain. */
export const contentNames = [
  COLLECTION_FILE,
  QUOTES_FOLDER,
  PAGES_FOLDER,
  LEDGER_FILE,
  ADDRESSES_FILE,
  IMPORT_STATE_FILE,
  README_FILE,
];

/** A file before and after a change. A new file has no `before`, a removed one no `after`. */
export interface FileChange {
  path: string;
  before?: string | undefined;
  after?: string;
}
