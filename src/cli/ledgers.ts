import { emptyAddresses } from '../collection/address-ledger.ts';
import { updateAddresses } from '../collection/former-addresses.ts';
import { ADDRESSES_FILE, formatAddresses } from '../loader/addresses.ts';
import type { LoadResult } from '../loader/load.ts';
import { addToLedger, formatLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { addressable, withoutSample } from '../loader/sample.ts';
import type { FileChange } from './content.ts';

interface LedgerUpdate {
  changes: FileChange[];
  /** What is new in them. */
  ids: string[];
  labels: string[];
}

/** The ledgers of a valid collection with what it has now; the sample of `npm run new` stays out. */
export function updateLedgers(reading: LoadResult): LedgerUpdate {
  const { ledger = {}, addresses = emptyAddresses } = reading;
  const grown = addToLedger(ledger, addressable(reading.entries, ledger));
  const today = new Date().toISOString().slice(0, 10);
  const now = updateAddresses(withoutSample(reading), addresses, today);
  const ids = Object.keys(grown).filter((id) => !Object.hasOwn(ledger, id));
  const labels = Object.keys(now.labels).filter((path) => !Object.hasOwn(addresses.labels, path));
  const changes = [
    {
      path: LEDGER_FILE,
      before: reading.ledger && formatLedger(ledger),
      after: formatLedger(grown),
    },
    {
      path: ADDRESSES_FILE,
      before: reading.addresses && formatAddresses(addresses),
      after: formatAddresses(now),
    },
  ].filter(({ before, after }) => before !== after);
  return { changes, ids, labels };
}
