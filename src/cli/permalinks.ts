import { join } from 'node:path';
import { contentDir } from '../environment.js';
import { ADDRESSES_FILE, LEDGER_FILE } from '../loader/file-names.ts';
import { updateLedgers } from '../loader/ledgers.ts';
import { defineCommand } from './arguments.ts';
import { changeFolder, pluralize, loadValid, shownPath } from './content.ts';

export const permalinksCommand = defineCommand(
  {
    usage: 'npm run permalinks',
    about: `Adds the ids and aliases of the content folder (CONTENT_DIR, or content) to its ${LEDGER_FILE}, and the addresses of its labels to its ${ADDRESSES_FILE}, with redirects for renamed labels. The build keeps every recorded address. Nothing is ever removed.`,
    options: {},
  },
  () => {
    const folder = contentDir();
    const loaded = loadValid(folder, 'Nothing was added. Correct the collection first.');
    const { changes, ids, labels } = updateLedgers(loaded);
    changeFolder(folder, changes, () => []);
    const shown = (file: string) => shownPath(join(folder, file));
    for (const id of ids) console.log(id);
    console.log(`${pluralize(ids.length, 'permalink')} added to ${shown(LEDGER_FILE)}`);
    console.log(`${pluralize(labels.length, 'label')} added to ${shown(ADDRESSES_FILE)}`);
  },
);

if (import.meta.main) process.exitCode = await permalinksCommand();
