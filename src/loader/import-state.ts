import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { textKey } from '../collection/plain-text.ts';
import { IMPORT_STATE_FILE } from './file-names.ts';
import { readJsonFile } from './json-file.ts';

const importStateSchema = z.object({
  introduction: z.string().optional(),
  quotes: z.record(z.string(), z.string()),
});

/**
 * The last import: fingerprints of the introduction and of each quote by id. If a content file has
 * another fingerprint, it was edited since. If an imported text has another, its source changed.
 */
export type ImportState = z.infer<typeof importStateSchema>;

/** Hashes a text without regard to white space. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(textKey(text)).digest('hex').slice(0, 16);
}

const ignoreProblems = () => () => undefined;

/** Reads the state of the last import; undefined if it is missing or invalid. */
export function readImportState(folder: string): ImportState | undefined {
  return readJsonFile(folder, IMPORT_STATE_FILE, importStateSchema, 'ledger-value', ignoreProblems)
    .data;
}

/** Formats the state as a file. */
export function formatImportState({ introduction, quotes }: ImportState): string {
  const ids = Object.keys(quotes).toSorted();
  const sorted = Object.fromEntries(ids.map((id) => [id, quotes[id]]));
  return `${JSON.stringify({ introduction, quotes: sorted }, null, 2)}\n`;
}
