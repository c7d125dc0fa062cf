import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import { contentDir } from '../environment.js';
import { keepLineEndings, setFields } from '../loader/edit-files.ts';
import { COLLECTION_FILE, type FileChange } from '../loader/file-names.ts';
import { changeFolder, pluralize, loadValid, shownPath } from './content.ts';

/** Fields to set, by the id of a quote. */
export type Edits = Map<string, { part?: number; order?: number }>;

/** Opens the content folder for editing. Prints its errors and throws if it has any. */
export function openFolder() {
  const folder = contentDir();
  const refusal = 'Nothing was changed. Correct the collection first.';
  const { config, entries, files } = loadValid(folder, refusal);
  const changeOf = (path: string, edit: (text: string) => string): FileChange => {
    const before = readFileSync(join(folder, path), 'utf8');
    return { path, before, after: keepLineEndings(before, edit) };
  };
  /** Sets fields of quotes, and edits the text of `collection.yaml`. */
  const save = (edits: Edits, editConfig = (yaml: string) => yaml): void => {
    const changes = [
      changeOf(COLLECTION_FILE, editConfig),
      ...Array.from(edits, ([id, fields]) =>
        changeOf(files.get(id)!, (text) => setFields(text, fields)),
      ),
    ].filter(({ before, after }) => before !== after);
    changeFolder(folder, changes, (staged) => {
      loadValid(staged, 'The result would have these errors, so nothing was changed.', folder);
      return [];
    });
    for (const { path } of changes) console.log(`changed: ${shownPath(join(folder, path))}`);
    console.log(`${pluralize(changes.length, 'file')} changed`);
  };
  return { config, entries, save };
}

export type EditableFolder = ReturnType<typeof openFolder>;

/** Returns the quotes of a part, or those without a part, in reading order. */
export function quotesOfPart(entries: QuoteEntry[], part: number | undefined): QuoteEntry[] {
  return readingOrder(entries.filter((entry) => entry.part === part));
}
