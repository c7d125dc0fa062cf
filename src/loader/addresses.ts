import { isOpen, labelOf, type LabelPage, pathOf } from '../collection/address-ledger.ts';
import {
  labelKinds,
  type AddressLedger,
  type Collection,
  type LabelKind,
} from '../collection/model.ts';
import { findForbidden } from '../text/forbidden-characters.ts';
import { isSlug } from '../text/slug.ts';
import type { Diagnostic } from './diagnostic.ts';
import { readJsonFile } from './json-file.ts';
import { addressesSchema } from './ledger-schema.ts';
import type { Position } from './position.ts';
import { rules, type RuleId } from './rules.ts';

/** What has which address, beside the ledger of ids. */
export const ADDRESSES_FILE = 'addresses.json';

interface AddressesReading {
  /** Absent when there is no file, or something in it is wrong. */
  addresses?: AddressLedger;
  at: (path: string) => Position | undefined;
  problems: Diagnostic[];
}

/** Reads what a content folder knows of published labels; one without the file has published none. */
export function readAddresses(folder: string): AddressesReading {
  const file = readJsonFile(folder, ADDRESSES_FILE);
  if (!file || !('json' in file)) return { at: () => undefined, problems: file ? [file] : [] };
  const { json, at } = file;
  const { error, data } = addressesSchema.safeParse(json);
  const issues = error?.issues.map(({ path, message }) => ({ path, message })) ?? unsafeIn(data!);
  const problems = issues.map(({ path, message }): Diagnostic => {
    const place = path.map(String).map(at).findLast(Boolean);
    const field = path.length > 0 ? { field: path.join('.') } : {};
    const hint = 'Correct it, or take it back from version control.';
    const { severity } = rules['address-value'];
    return {
      rule: 'address-value',
      severity,
      file: ADDRESSES_FILE,
      ...place,
      ...field,
      message,
      hint,
    };
  });
  return { ...(data && problems.length === 0 && { addresses: data }), at, problems };
}

/** What must not become a page: a path that is none, a text with invisible characters. */
function unsafeIn({ labels, quotes }: AddressLedger): { path: string[]; message: string }[] {
  const texts = [
    ...Object.entries(labels).flatMap(([path, { label, reason = '' }]) => [
      { path: ['labels', path], text: label + reason },
    ]),
    ...Object.entries(quotes).map(([id, { words = '' }]) => ({
      path: ['quotes', id],
      text: words,
    })),
  ];
  return [
    ...Object.keys(labels)
      .filter((path) => !isLabelPath(path))
      .map((path) => ({ path: ['labels', path], message: 'cannot be an address.' })),
    ...texts.flatMap(({ path, text }) => {
      const found = findForbidden(text);
      const message = `has the invisible or control character ${found?.name}.`;
      return found ? [{ path, message }] : [];
    }),
  ];
}

function isLabelPath(path: string): boolean {
  const [kind, slug, ...rest] = path.split('/');
  return labelKinds.includes(kind as LabelKind) && isSlug(slug ?? '') && rest.length === 0;
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
  at: AddressesReading['at'],
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const report = (rule: RuleId, path: string, message: string, hint: string) => {
    const { severity } = rules[rule];
    const place = { line: 1, column: 1, ...at(path) };
    problems.push({ rule, severity, file: ADDRESSES_FILE, ...place, field: path, message, hint });
  };
  for (const kind of labelKinds) {
    const pages: LabelPage[] = collection[kind];
    const fresh = pages.filter(({ slug }) => !Object.hasOwn(labels, pathOf(kind, slug)));
    if (fresh.length === 0) continue;
    const named = fresh.slice(0, NAMED).map((page) => `“${labelOf(page)}”`);
    const more = fresh.length > NAMED ? [`${fresh.length - NAMED} more`] : [];
    const message = `lacks ${[...named, ...more].join(', ')}.`;
    report('address-new', kind, message, 'Run npm run permalinks.');
  }
  for (const { kind, slug, label, to, instead } of collection.former) {
    const path = pathOf(kind, slug);
    const record = labels[path];
    if (kind === 'quotes' || !record || to) continue;
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
    if (!record || record.label === part.title) continue;
    const other = collection.parts.find(({ title }) => title === record.label);
    if (!other && !record.to) continue;
    const now = other ? `which has the slug ${other.slug} now` : `and leads to ${record.to}`;
    const message = `is the address of “${record.label}”, ${now}.`;
    const hint = `Give “${part.title}” another slug in collection.yaml.`;
    report('address-taken', path, message, hint);
  }
  return problems;
}
