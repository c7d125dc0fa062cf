/** The files and folders of a content folder. */
export const COLLECTION_FILE = 'collection.yaml';
export const QUOTES_FOLDER = 'quotes';
export const PAGES_FOLDER = 'pages';
/** Every published id. */
export const LEDGER_FILE = 'permalinks.json';
/** Every published label, and what is known of each quote. */
export const ADDRESSES_FILE = 'addresses.json';
/** What an import remembers for the next one: no part of the collection. */
export const IMPORT_STATE_FILE = 'imported.json';
/** Explains a folder to those who browse the repository; never read. */
export const README_FILE = 'README.md';

/** What a content folder may contain. */
export const contentNames = [
  COLLECTION_FILE,
  QUOTES_FOLDER,
  PAGES_FOLDER,
  LEDGER_FILE,
  ADDRESSES_FILE,
  IMPORT_STATE_FILE,
  README_FILE,
];

/** The text of a file before and after: one that is new has none before, one that goes none after. */
export interface FileChange {
  path: string;
  before?: string | undefined;
  after?: string;
}
