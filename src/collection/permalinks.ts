import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, QuoteEntry, Withdrawn } from './model.ts';
import { findForbidden } from './characters.ts';
import type { Problem } from './problem.ts';
import { ledgerSchema } from './schema.ts';
import { isSlug } from './slug.ts';
import { readText } from './text.ts';
import { findRepeatedKeys } from './yaml.ts';

export const LEDGER_FILE = 'permalinks.json';

/** Reads the ledger of a content folder; a folder without one has published nothing yet. */
export function readLedger(folder: string): {
  ledger?: Ledger;
  problems: Problem[];
} {
  const path = join(folder, LEDGER_FILE);
  if (!existsSync(path)) return { problems: [] };
  const problem = { severity: 'error', file: LEDGER_FILE } as const;
  const read = readText(path);
  if (!('text' in read)) return { problems: [{ ...problem, ...read }] };
  let json: unknown;
  try {
    json = JSON.parse(read.text);
  } catch {
    const fix = 'Correct it, or take it back from version control: it holds every published id.';
    const message = 'is not valid JSON.';
    return { problems: [{ ...problem, rule: 'ledger-syntax', message, fix }] };
  }
  const wrong = (id: PropertyKey | undefined, message: string, fix = ''): Problem => {
    const at = id === undefined ? -1 : read.text.indexOf(JSON.stringify(id));
    const line = at === -1 ? {} : { line: read.text.slice(0, at).split('\n').length };
    const field = id === undefined ? {} : { field: String(id) };
    return { ...problem, rule: 'ledger-value', ...line, ...field, message, fix };
  };
  const result = ledgerSchema.safeParse(json);
  if (!result.success) {
    return { problems: result.error.issues.map(({ path: [id], message }) => wrong(id, message)) };
  }
  const problems = [
    ...unsafeIn(json as Ledger).map(([id, message]) => wrong(id, message, 'Correct or remove it.')),
    // A file as we write it holds every id once.
    ...(read.text === formatLedger(result.data) ? [] : findRepeatedKeys(read.text)).map((key) =>
      wrong(key, 'stands twice.', 'Keep one of the two.'),
    ),
  ];
  return problems.length > 0 ? { problems } : { ledger: result.data, problems };
}

/** What must not become a page: a name that is no id, a reason that is not plain text. */
function unsafeIn(ledger: Ledger): [id: string, message: string][] {
  return Object.entries(ledger).flatMap(([id, state]): [string, string][] => {
    if (!isSlug(id)) return [[id, 'cannot be an id.']];
    const forbidden = state === 'live' ? undefined : findForbidden(state.reason ?? '');
    if (!forbidden) return [];
    return [[id, `holds the invisible or control character ${forbidden.name}.`]];
  });
}

/** What a quote is and was called. */
type Names = Pick<QuoteEntry, 'id' | 'aliases'>;

/** Where a lost id belongs: in the one quote that is new, if there is just one. */
function heirOf(ledger: Ledger, ids: Set<string>): string {
  const [fresh, ...others] = [...ids].filter((id) => !Object.hasOwn(ledger, id));
  const isSure = fresh !== undefined && others.length === 0;
  return isSure ? `${fresh}.md, if it took its place` : 'the quote that took its place';
}

/** Holds the promise that a published link never breaks: what the ledger and the files disagree on. */
export function checkLedger(ledger: Ledger, entries: Names[]): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set(entries.map(({ id }) => id));
  const heir = heirOf(ledger, ids);
  const known = new Set([...ids, ...entries.flatMap(({ aliases }) => aliases)]);
  for (const [id, state] of Object.entries(ledger)) {
    if (state === 'live' && !known.has(id)) {
      problems.push({
        rule: 'ledger-lost',
        severity: 'error',
        file: LEDGER_FILE,
        field: id,
        message: `was published and now has no file.`,
        fix: `Add "aliases: [${id}]" to ${heir}, or withdraw it here with {"gone": "YYYY-MM-DD", "reason": "…"}.`,
      });
    } else if (state !== 'live' && known.has(id)) {
      const message = 'is withdrawn here and yet has a file or an alias.';
      const fix = 'Set it to "live" here, or remove the file or alias.';
      problems.push({
        rule: 'ledger-withdrawn',
        severity: 'error',
        file: LEDGER_FILE,
        field: id,
        message,
        fix,
      });
    }
  }
  for (const id of ids) {
    if (Object.hasOwn(ledger, id)) continue;
    const message = 'is not in the ledger of published ids.';
    const fix = 'Run npm run permalinks.';
    problems.push({
      rule: 'ledger-new',
      severity: 'warning',
      file: LEDGER_FILE,
      field: id,
      message,
      fix,
    });
  }
  return problems;
}

/** The quotes that the ledger says are gone, in its order. */
export function withdrawnIn(ledger: Ledger): Withdrawn[] {
  return Object.entries(ledger).flatMap(([id, state]) =>
    state === 'live' ? [] : [{ id, ...state }],
  );
}

/** The ledger with the collection's ids added, sorted; nothing is ever taken out. */
export function growLedger(ledger: Ledger, entries: Names[]): Ledger {
  const live = entries.flatMap(({ id, aliases }) => [id, ...aliases]);
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
