import { emptyAddresses } from '../collection/address-ledger.ts';
import { updateAddresses } from '../collection/former-addresses.ts';
import type { Collection } from '../collection/model.ts';
import { ADDRESSES_FILE, formatAddresses } from '../loader/addresses.ts';
import type { LoadResult } from '../loader/load.ts';
import { addToLedger, formatLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { replaceFiles } from './content.ts';

/** Adds to the ledgers of a folder what its collection has; returns the new ids and label paths. */
export function updateLedgers(
  folder: string,
  collection: Collection,
  { entries, ledger = {}, addresses = emptyAddresses }: LoadResult,
): { ids: string[]; labels: string[] } {
  const grown = addToLedger(ledger, entries);
  const today = new Date().toISOString().slice(0, 10);
  const now = updateAddresses(collection, addresses, today);
  const ids = Object.keys(grown).filter((id) => !Object.hasOwn(ledger, id));
  const labels = Object.keys(now.labels).filter((path) => !Object.hasOwn(addresses.labels, path));
  replaceFiles(folder, [
    ...(ids.length > 0 ? [{ path: LEDGER_FILE, after: formatLedger(grown) }] : []),
    { path: ADDRESSES_FILE, after: formatAddresses(now) },
  ]);
  return { ids, labels };
}
