import type { ImportData } from '../../../src/import/item.ts';
import { newPlan } from '../../../src/import/plan.ts';
import { IMPORT_STATE_FILE } from '../../../src/loader/file-names.ts';
import { formatImportState } from '../../../src/loader/import-state.ts';

/** Returns the files of a new collection from an import by path, except the ledgers. */
export function newFiles(data: ImportData): Map<string, string> {
  const { changes, imported } = newPlan(data);
  return new Map([
    ...changes.map(({ path, after }) => [path, after] as const),
    [IMPORT_STATE_FILE, formatImportState(imported)],
  ]);
}
