import type { Ledger, QuoteEntry } from '../collection/model.ts';
import { findForbidden } from '../text/forbidden-characters.ts';
import type { Position } from './position.ts';
import type { Diagnostic } from './diagnostic.ts';
import { readJsonFile } from './json-file.ts';
import { ledgerSchema } from './ledger-schema.ts';
import { rules, type RuleId } from './rules.ts';
import { isSlug } from '../text/slug.ts';
import { findRepeatedKeys } from './yaml-rules.ts';

export const LEDGER_FILE = 'permalinks.json';

/** The text of the ledger's file. */
export interface LedgerReading {
  /** Absent when there is none, or something in it is wrong. */
  ledger?: Ledger;
  /** What is right in it, whatever else is wrong. */
  sound?: Ledger;
  /** The position of an id, if it is there. */
  at: (id: string) => Position | undefined;
  problems: Diagnostic[];
}

/** Reads the ledger of a content folder; a folder without one has published nothing yet. */
export function readLedger(folder: string): LedgerReading {
  const file = readJsonFile(folder, LEDGER_FILE);
  if (!file || !('json' in file)) return { at: () => undefined, problems: file ? [file] : [] };
  const { text, json, at } = file;
  const problem = { severity: 'error', file: LEDGER_FILE } as const;
  const wrong = (id: PropertyKey | undefined, message: string, hint = ''): Diagnostic => {
    const field = id === undefined ? {} : { field: String(id) };
    return { ...problem, rule: 'ledger-value', ...at(String(id)), ...field, message, hint };
  };
  const { error: invalid, data } = ledgerSchema.safeParse(json);
  if (invalid?.issues.some(({ path }) => path.length === 0)) {
    return { at, problems: invalid.issues.map(({ message }) => wrong(undefined, message)) };
  }
  const problems = [
    ...(invalid?.issues ?? []).map(({ path: [id], message }) => wrong(id, message)),
    ...unsafeIn(json as Ledger).map(([id, message]) => wrong(id, message, 'Correct or remove it.')),
    // A file as we write it contains every id once.
    ...(data && text === formatLedger(data) ? [] : findRepeatedKeys(text)).map((key) =>
      wrong(key, 'is written twice.', 'Keep one of the two.'),
    ),
  ];
  const unsound = new Set(problems.map(({ field }) => field));
  const sound = Object.entries(json as Ledger).filter(([id]) => !unsound.has(id));
  return {
    ...(data && problems.length === 0 && { ledger: data }),
    sound: Object.fromEntries(sound),
    at,
    problems,
  };
}

/** What must not become a page: a name that is no id, a reason that is not plain text. */
function unsafeIn(ledger: Ledger): [id: string, message: string][] {
  return Object.entries(ledger).flatMap(([id, state]): [string, string][] => {
    if (!isSlug(id)) return [[id, 'cannot be an id.']];
    const forbidden = findForbidden(typeof state === 'object' ? (state.reason ?? '') : '');
    if (!forbidden) return [];
    return [[id, `contains the invisible or control character ${forbidden.name}.`]];
  });
}

/** What a quote is and was called. */
type Names = Pick<QuoteEntry, 'id' | 'aliases'>;

/** Where a lost id belongs: in the one quote that is new, if there is just one. */
function suggestReplacement(ledger: Ledger, ids: Set<string>): string {
  const [fresh, ...others] = [...ids].filter((id) => !Object.hasOwn(ledger, id));
  const isSure = fresh !== undefined && others.length === 0;
  return isSure ? `${fresh}.md, if it took its place` : 'the quote that took its place';
}

/**
 * Holds the promise that a published link never breaks: what the ledger and the files disagree on,
 * each with the id as its field.
 */
export function checkLedger(ledger: Ledger, entries: Names[]): (Diagnostic & { field: string })[] {
  const problems: (Diagnostic & { field: string })[] = [];
  const report = (rule: RuleId, field: string, message: string, hint: string) => {
    problems.push({
      rule,
      severity: rules[rule].severity,
      file: LEDGER_FILE,
      field,
      message,
      hint,
    });
  };
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
    // What cannot be an id is to be renamed first.
    if (Object.hasOwn(ledger, id) || !isSlug(id)) continue;
    report('ledger-new', id, 'is not in the ledger of published ids.', 'Run npm run permalinks.');
  }
  return problems;
}

/** The ledger with what can be an id of the collection added, sorted; nothing is ever taken out. */
export function addToLedger(ledger: Ledger, entries: Names[]): Ledger {
  const live = entries.flatMap(({ id, aliases }) => [id, ...aliases]).filter(isSlug);
  const grown: Ledger = {
    ...Object.fromEntries(live.map((id) => [id, 'live'] as const)),
    ...ledger,
  };
  return Object.fromEntries(Object.entries(grown).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of the ledger's file. */
export function formatLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}
