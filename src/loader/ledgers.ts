import { emptyAddresses, isUnresolved, pathOf } from '../collection/address-ledger.ts';
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

/** Reads the ledger of published ids. */
export const readLedger = (folder: string, reportIn: FolderReporter) =>
  readJsonFile(folder, LEDGER_FILE, ledgerSchema, 'ledger-value', reportIn);

/** Reads the ledger of published labels. */
export const readAddresses = (folder: string, reportIn: FolderReporter) =>
  readJsonFile(folder, ADDRESSES_FILE, addressesSchema, 'address-value', reportIn);

/** The current and former ids of a quote. */
type Names = Pick<QuoteEntry, 'id' | 'aliases'>;

/** Suggests where to add a lost id: to the new quote, if there is exactly one. */
function suggestReplacement(ledger: object, ids: Set<string>): string {
  const [fresh, ...others] = [...ids].filter((id) => !Object.hasOwn(ledger, id));
  const isSure = fresh !== undefined && others.length === 0;
  return isSure ? `${fresh}.md, if it is its replacement` : 'the quote that replaces it';
}

/** Reports published ids that have no page, and ids that are not published yet. */
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
  const existingIds = new Set([...ids, ...entries.flatMap(({ aliases }) => aliases)]);
  for (const [id, state] of Object.entries(ledger)) {
    if (state === 'live' && !existingIds.has(id)) {
      const hint = `Add "aliases: [${id}]" to ${replacement}, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.`;
      report('ledger-lost', id, 'was published but now has no file.', hint);
    } else if (state !== 'live' && existingIds.has(id)) {
      const message = 'is withdrawn here but still has a file or an alias.';
      const hint = 'Set it to "live" here, or remove the file or alias.';
      report('ledger-withdrawn', id, message, hint);
    }
  }
  for (const id of ids) {
    // An invalid id must be renamed first. An id with an invalid state is already in the file.
    if (Object.hasOwn(ledger, id) || !isSlug(id) || at(id)) continue;
    report('ledger-new', id, 'is not in the ledger of published ids.', 'Run npm run permalinks.');
  }
}

/** Maximum number of new labels in a warning. */
const MAX_LISTED = 3;

/** Reports label pages whose addresses are not published yet, or would break. */
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
      const hint = 'Write the path of a page, such as themes/trust.';
      report('address-target', path, `leads to ${record.to}, which is not a page.`, hint);
    } else if (isUnresolved(record) && instead.length > 0) {
      const message = `was the page of “${label}”, and its quotes have no other label in common.`;
      const hint = `It lists them until you say where it leads: write ${JSON.stringify(path)}: {"label": ${JSON.stringify(label)}, "to": "${kind}/…"}, or run npm run permalinks to keep the list.`;
      report('address-lost', path, message, hint);
    }
  }
  for (const part of collection.parts) {
    const path = pathOf('parts', part.slug);
    const record = labels[path];
    if (!record || record.label === part.label) continue;
    const other = collection.parts.find(({ label }) => label === record.label);
    if (!other && !record.to) continue;
    const now = other ? `which now has the slug ${other.slug}` : `and leads to ${record.to}`;
    const message = `is the address of “${record.label}”, ${now}.`;
    const hint = `Give “${part.label}” another slug in collection.yaml.`;
    report('address-taken', path, message, hint);
  }
}

type Ids = Pick<LoadResult, 'entries' | 'ledger'>;

/** Lists every id that a quote has or had. */
export const takenIds = ({ entries, ledger = {} }: Ids): string[] => [
  ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
  ...Object.keys(ledger),
];

/** Adds the ids of a collection to its ledger. Nothing is removed. */
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

/** Adds a valid collection to both ledgers. Returns the changes, new ids and new labels. */
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

/** Formats `addresses.json` with one address per line, which avoids most merge conflicts. */
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
