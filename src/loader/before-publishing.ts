import { ADDRESSES_FILE } from './addresses.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LoadResult } from './load.ts';
import { LEDGER_FILE } from './permalinks.ts';
import { rules, type RuleId } from './rules.ts';
import { addressable, isSample } from './sample.ts';

/** What a collection without errors lacks before it is published; nothing for one with errors. */
export function checkBeforePublishing({
  entries,
  files,
  ledger,
  addresses,
  collection,
}: LoadResult): Diagnostic[] {
  if (!collection) return [];
  const samples = entries.filter(isSample).map(({ id }): Diagnostic => {
    const message = 'is still the sample, and would be published.';
    const hint = 'Write a quote of your own in its place, or remove the file.';
    return { ...of('sample-quote'), file: files.get(id)!, message, hint };
  });
  if (addressable(entries, ledger).length === 0) return samples;
  const missing = [...(ledger ? [] : [LEDGER_FILE]), ...(addresses ? [] : [ADDRESSES_FILE])];
  const message = 'is missing, so an address breaks when what it names is renamed.';
  const hint = 'Run npm run permalinks.';
  return [...samples, ...missing.map((file) => ({ ...of('ledger-missing'), file, message, hint }))];
}

const of = (rule: RuleId) => ({ rule, severity: rules[rule].severity });
