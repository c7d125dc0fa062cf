import type { Ledger, QuoteEntry } from '../collection/model.ts';
import type { Reporter } from './diagnostic.ts';
import { readJsonFile, type JsonFile } from './json-file.ts';
import { ledgerSchema } from './ledger-schema.ts';
import type { RuleId } from './rules.ts';
import { isSlug } from '../text/slug.ts';

export const LEDGER_FILE = 'permalinks.json';

/** Reads the ledger of a content folder. */
export function readLedger(folder: string, report: Reporter): JsonFile<Ledger> {
  const rules = { schema: ledgerSchema, rule: 'ledger-value' } as const;
  return readJsonFile(folder, LEDGER_FILE, rules, report);
}

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
  reporter: Reporter,
): void {
  const report = (rule: RuleId, field: string, message: string, hint: string) =>
    reporter({ rule, file: LEDGER_FILE, line: 1, column: 1, ...at(field), field, message, hint });
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
