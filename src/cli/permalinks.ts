import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../environment.js';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { readCollection } from '../loader/load.ts';
import { command, refusePositionals } from './arguments.ts';
import { pluralize, printProblems, shownPath } from './content.ts';

const usage = `Usage: npm run permalinks [-- --help]

Adds the ids and aliases of the content folder (CONTENT_DIR, or content) to its ${LEDGER_FILE}:
from then on the build holds that they stay. Nothing is ever taken out.
`;

await command(usage, {}, (_values, positionals) => {
  refusePositionals(positionals);
  const folder = contentDir();
  const { collection, entries, ledger = {}, problems } = readCollection(folder);
  if (!collection) {
    printProblems(folder, problems);
    return false;
  }
  const grown = addToLedger(ledger, entries);
  const added = Object.keys(grown).filter((id) => !Object.hasOwn(ledger, id));
  const path = join(folder, LEDGER_FILE);
  if (added.length > 0) {
    writeFileSync(`${path}.new`, formatLedger(grown));
    renameSync(`${path}.new`, path);
  }
  for (const id of added) console.log(id);
  console.log(`${pluralize(added.length, 'permalink')} added to ${shownPath(path)}`);
  return true;
});
