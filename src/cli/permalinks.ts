import { join } from 'node:path';
import { updateAddresses } from '../collection/former-addresses.ts';
import { emptyAddresses } from '../collection/address-ledger.ts';
import { contentDir } from '../environment.js';
import { ADDRESSES_FILE, formatAddresses } from '../loader/addresses.ts';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { readCollection } from '../loader/load.ts';
import { command, refusePositionals } from './arguments.ts';
import { pluralize, printProblems, shownPath, replaceFiles } from './content.ts';

const usage = `Usage: npm run permalinks [-- --help]

Adds the ids and aliases of the content folder (CONTENT_DIR, or content) to its ${LEDGER_FILE},
and the addresses of its labels to its ${ADDRESSES_FILE}, with where those lead that were renamed:
from then on the build keeps them all. Nothing is ever taken out.
`;

await command(usage, {}, (_values, positionals) => {
  refusePositionals(positionals);
  const folder = contentDir();
  const reading = readCollection(folder);
  const { collection, entries, ledger = {}, addresses = emptyAddresses } = reading;
  if (!collection) {
    printProblems(folder, reading.problems);
    return false;
  }
  const grown = addToLedger(ledger, entries);
  const today = new Date().toISOString().slice(0, 10);
  const now = updateAddresses(collection, addresses, today);
  const ids = Object.keys(grown).filter((id) => !Object.hasOwn(ledger, id));
  const labels = Object.keys(now.labels).filter((path) => !Object.hasOwn(addresses.labels, path));
  replaceFiles(folder, [
    ...(ids.length > 0 ? [{ path: LEDGER_FILE, after: formatLedger(grown) }] : []),
    { path: ADDRESSES_FILE, after: formatAddresses(now) },
  ]);
  for (const id of ids) console.log(id);
  console.log(
    `${pluralize(ids.length, 'permalink')} added to ${shownPath(join(folder, LEDGER_FILE))}`,
  );
  console.log(
    `${pluralize(labels.length, 'label')} added to ${shownPath(join(folder, ADDRESSES_FILE))}`,
  );
  return true;
});
