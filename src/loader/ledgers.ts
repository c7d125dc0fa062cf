import { emptyAddresses, isOpen, pathOf } from '../collection/address-ledger.ts';
import { updateAddresses } from '../collection/former-addresses.ts';
import { labelKinds, type AddressLedger, type Collection } from '../collection/model.ts';
import type { Group, Ledger, QuoteEntry } from '../collection/model.ts';
import { isSlug } from '../text/slug.ts';
import type { FolderReporter } from './diagnostic.ts';
import { ADDRESSES_FILE, LEDGER_FILE } from './file-names.ts';
import { readJsonFile, type JsonFile } from './json-file.ts';
import { addressesSchema, ledgerSchema } from './ledger-schema.ts';
import type { LoadResult } from './load.ts';
import type { RuleId } from './rules.ts';
import { addressable, withoutSample } from './sample.ts';

/** Reads the ids that a content folder has published. */
export const readLedger = (folder: string, reportIn: FolderReporter) =>
  readJsonFile(folder, LEDGER_FILE, ledgerSchema, 'ledger-value', reportIn);

/** Reads what a content folder knows of published labels. */
export const readAddresses = (folder: string, reportIn: FolderReporter) =>
  readJsonFile(folder, ADDRESSES_FILE, addressesSchema, 'address-value', reportIn);

/** What a quote is and was called. */
type Names = Pick<QuoteEntry, 'id' | 'aliases'>;

/** Where a lost id belongs: in the one quote that is new, if there is just one. */
function suggestReplacement(ledger: object, ids: Set<string>): string {
  const [fresh, ...others] = [...ids].filter((id) => !Object.hasOwn(ledger, id));
  const isSure = fresh !== undefined && others.length === 0;
  return isSure ? `${fresh}.md, if it took its place` : 'the quote that took its place';
}

/** Reports published ids that have no page now, and those that are not published yet. */
export function checkLedger(
  ledger: Record<string, unknown>,
  entries: Names[],
  at: JsonFile<Ledger>['at'],
  reportIn: FolderReporter,
): void {
  const report = (rule: RuleId, field: string, message: string, hint: string) =>
    reportIn(LEDGER_FILE)(rule, message, hint, { line: 1, column: 1, ...at(field), field });
  const ids = new Set(entries.map(({ id }) => id));
  const replacement = suggestReplacement(ledger, ids);
  const known = new Set([...ids, ...entries.flatMap(({ aliases }) => aliases)]);
  for (const [id, state] of Object.entries(ledger)) {
    if (state === 'live' && !known.has(id)) {
      const hint = `Add "aliases: [${id}]" to ${replacement}, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.`;
      report('ledger-lost', id, 'was published and now has no file.', hint);
    } else if (state !== 'live' && known.has(id)) {
      const message = 'is withdrawn here and yet has a file or an alias.';
      const hint = 'Set it to "live" here, or remove the file or alias.';
      report('ledger-withdrawn', id, message, hint);
    }
  }
  for (const id of ids) {
    // What cannot be an id is to be renamed first; one whose state is wrong is there all the same.
    if (Object.hasOwn(ledger, id) || !isSlug(id) || at(id)) continue;
    report('ledger-new', id, 'is not in the ledger of published ids.', 'Run npm run permalinks.');
  }
}

/** How many new labels a warning names. */
const MAX_LISTED = 3;

/** What a collection and its published addresses disagree on. */
export function checkAddresses(
  collection: Collection,
  { labels }: AddressLedger,
  at: JsonFile<AddressLedger>['at'],
  reportIn: FolderReporter,
): void {
  const report = (rule: RuleId, path: string, message: string, hint: string) => {
    const position = { line: 1, column: 1, ...at('labels', path), field: path };
    reportIn(ADDRESSES_FILE)(rule, message, hint, position);
  };
  for (const kind of labelKinds) {
    const pages: Group[] = collection[kind];
    const fresh = pages.filter(({ slug }) => !Object.hasOwn(labels, pathOf(kind, slug)));
    if (fresh.length === 0) continue;
    const listed = fresh.slice(0, MAX_LISTED).map((page) => `“${page.label}”`);
    const more = fresh.length > MAX_LISTED ? [`${fresh.length - MAX_LISTED} more`] : [];
    const message = `lacks ${[...listed, ...more].join(', ')}.`;
    report('address-new', kind, message, 'Run npm run permalinks.');
  }
  for (const { kind, slug, label, to, instead } of collection.former) {
    const path = pathOf(kind, slug);
    const record = labels[path];
    if (!record || to) continue;
    if (record.to) {
      const hint = 'Name the path of a page, such as themes/trust.';
      report('address-target', path, `leads to ${record.to}, which is no page.`, hint);
    } else if (isOpen(record) && instead.length > 0) {
      const message = `was the page of “${label}”, and its quotes have no other label in common.`;
      const hint = `Until this file says where it leads, it lists them: write ${JSON.stringify(path)}: {"label": ${JSON.stringify(label)}, "to": "${kind}/…"}, or run npm run permalinks to keep the list.`;
      report('address-lost', path, message, hint);
    }
  }
  for (const part of collection.parts) {
    const path = pathOf('parts', part.slug);
    const record = labels[path];
    if (!record || record.label === part.label) continue;
    const other = collection.parts.find(({ label }) => label === record.label);
    if (!other && !record.to) continue;
    const now = other ? `which has the slug ${other.slug} now` : `and leads to ${record.to}`;
    const message = `is the address of “${record.label}”, ${now}.`;
    const hint = `Give “${part.label}” another slug in collection.yaml.`;
    report('address-taken', path, message, hint);
  }
}

type Ids = Pick<LoadResult, 'entries' | 'ledger'>;

/** Every id that a quote has or had. */
export const takenIds = ({ entries, ledger = {} }: Ids): string[] => [
  ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
  ...Object.keys(ledger),
];

/** The change that adds a collection's ids to their ledger, and those ids; nothing is taken out. */
export function updateLedger({ entries, ledger }: Ids) {
  const publishable = addressable(entries, ledger);
  const ids = publishable.flatMap(({ id, aliases }) => [id, ...aliases]).filter(isSlug);
  const live = Object.fromEntries(ids.map((id) => [id, 'live'] as const));
  const sorted = Object.entries({ ...live, ...ledger }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const after = formatLedger(Object.fromEntries(sorted));
  const added = sorted.flatMap(([id]) => (Object.hasOwn(ledger ?? {}, id) ? [] : id));
  return { change: { path: LEDGER_FILE, before: ledger && formatLedger(ledger), after }, added };
}

function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

/** The changes of both ledgers to what a valid collection has now, and what is new in them. */
export function updateLedgers(loaded: LoadResult) {
  const { change, added: ids } = updateLedger(loaded);
  const { addresses = emptyAddresses } = loaded;
  const today = new Date().toISOString().slice(0, 10);
  const now = updateAddresses(withoutSample(loaded), addresses, today);
  const labels = Object.keys(now.labels).filter((path) => !Object.hasOwn(addresses.labels, path));
  const before = loaded.addresses && formatAddresses(addresses);
  const changes = [change, { path: ADDRESSES_FILE, before, after: formatAddresses(now) }];
  return { changes: changes.filter(({ before, after }) => before !== after), ids, labels };
}

/** The text of the file of addresses: one a line, so that two edits seldom meet. */
export function formatAddresses({ labels, quotes }: AddressLedger): string {
  const block = (name: string, record: object) => {
    const lines = Object.entries(record).map(
      ([key, value]) => `\n    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `  "${name}": {${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}}`;
  };
  const short = Object.fromEntries(
    Object.entries(labels).map(([path, record]) => [
      path,
      Object.keys(record).length === 1 ? record.label : record,
    ]),
  );
  return `{\n${block('labels', short)},\n${block('quotes', quotes)}\n}\n`;
}
