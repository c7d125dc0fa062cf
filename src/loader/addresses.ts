import { isOpen, pathOf } from '../collection/address-ledger.ts';
import {
  labelKinds,
  type AddressLedger,
  type Collection,
  type Group,
} from '../collection/model.ts';
import type { Reporter } from './diagnostic.ts';
import { readJsonFile, type JsonFile } from './json-file.ts';
import { addressesSchema } from './ledger-schema.ts';
import type { RuleId } from './rules.ts';

/** What has which address, beside the ledger of ids. */
export const ADDRESSES_FILE = 'addresses.json';

/** Reads what a content folder knows of published labels. */
export function readAddresses(folder: string, report: Reporter): JsonFile<AddressLedger> {
  const rules = { schema: addressesSchema, rule: 'address-value' } as const;
  return readJsonFile(folder, ADDRESSES_FILE, rules, report);
}

/** The text of the file: an address a line, so that two edits seldom meet. */
export function formatAddresses({ labels, quotes }: AddressLedger): string {
  const lines = (record: object) =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const short = Object.fromEntries(
    Object.entries(labels).map(([path, record]) => [
      path,
      Object.keys(record).length === 1 ? record.label : record,
    ]),
  );
  const block = (name: string, record: object) =>
    `  "${name}": {${Object.keys(record).length > 0 ? `\n${lines(record)}\n  ` : ''}}`;
  return `{\n${block('labels', short)},\n${block('quotes', quotes)}\n}\n`;
}

/** How many new labels a warning names. */
const NAMED = 3;

/** What a collection and its published addresses disagree on. */
export function checkAddresses(
  collection: Collection,
  { labels }: AddressLedger,
  at: JsonFile<AddressLedger>['at'],
  reporter: Reporter,
): void {
  const report = (rule: RuleId, path: string, message: string, hint: string) => {
    const place = { line: 1, column: 1, ...at('labels', path) };
    reporter({ rule, file: ADDRESSES_FILE, ...place, field: path, message, hint });
  };
  for (const kind of labelKinds) {
    const pages: Group[] = collection[kind];
    const fresh = pages.filter(({ slug }) => !Object.hasOwn(labels, pathOf(kind, slug)));
    if (fresh.length === 0) continue;
    const named = fresh.slice(0, NAMED).map((page) => `“${page.label}”`);
    const more = fresh.length > NAMED ? [`${fresh.length - NAMED} more`] : [];
    const message = `lacks ${[...named, ...more].join(', ')}.`;
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
