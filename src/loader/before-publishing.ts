import { ADDRESSES_FILE } from './addresses.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LoadResult } from './load.ts';
import { LEDGER_FILE } from './permalinks.ts';
import { rules } from './rules.ts';
import { addressable } from './sample.ts';

/** What a collection without errors lacks before it is published; nothing for one with errors. */
export function checkBeforePublishing({
  entries,
  ledger,
  addresses,
  collection,
}: LoadResult): Diagnostic[] {
  if (!collection || addressable(entries, ledger).length === 0) return [];
  const missing = [...(ledger ? [] : [LEDGER_FILE]), ...(addresses ? [] : [ADDRESSES_FILE])];
  return missing.map((file) => ({
    rule: 'ledger-missing',
    severity: rules['ledger-missing'].severity,
    file,
    message: 'is missing, so an address breaks when what it names is renamed.',
    hint: 'Run npm run permalinks.',
  }));
}
