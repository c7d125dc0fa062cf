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
 * What came in last, by fingerprints of the introduction and of each quote by its id: a file that
 * says something else was corrected since, and what comes in and is something else was changed there.
 */
export type ImportState = z.infer<typeof importStateSchema>;

/** Tells running texts apart; white space does not count. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(textKey(text)).digest('hex').slice(0, 16);
}

const ignoreProblems = () => () => undefined;

/** What a content folder was last imported from; nothing is known where that cannot be read. */
export function readImportState(folder: string): ImportState | undefined {
  return readJsonFile(folder, IMPORT_STATE_FILE, importStateSchema, 'ledger-value', ignoreProblems)
    .data;
}

/** The text of the file that remembers what came in. */
export function formatImportState({ introduction, quotes }: ImportState): string {
  const ids = Object.keys(quotes).toSorted();
  const sorted = Object.fromEntries(ids.map((id) => [id, quotes[id]]));
  return `${JSON.stringify({ introduction, quotes: sorted }, null, 2)}\n`;
}
