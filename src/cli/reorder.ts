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

/** Opens the content folder for editing; prints its errors where it has some. */
export function openFolder() {
  const folder = contentDir();
  const refusal = 'Correct the collection first: nothing was changed.';
  const { config, entries, files } = loadValid(folder, refusal);
  const changeOf = (path: string, edit: (text: string) => string): FileChange => {
    const before = readFileSync(join(folder, path), 'utf8');
    return { path, before, after: keepLineEndings(before, edit) };
  };
  /** Edits quotes, and `collection.yaml` by a function of its text. */
  const save = (edits: Edits, editConfig = (yaml: string) => yaml): void => {
    const changes = [
      changeOf(COLLECTION_FILE, editConfig),
      ...Array.from(edits, ([id, fields]) =>
        changeOf(files.get(id)!, (text) => setFields(text, fields)),
      ),
    ].filter(({ before, after }) => before !== after);
    changeFolder(folder, changes, (staged) => {
      loadValid(staged, 'The result would have these errors: nothing was changed.', folder);
      return [];
    });
    for (const { path } of changes) console.log(`changed: ${shownPath(join(folder, path))}`);
    console.log(`${pluralize(changes.length, 'file')} changed`);
  };
  return { config, entries, save };
}

export type EditableFolder = ReturnType<typeof openFolder>;

/** The quotes of a part in reading order; those of no part are together. */
export function quotesOfPart(entries: QuoteEntry[], part: number | undefined): QuoteEntry[] {
  return readingOrder(entries.filter((entry) => entry.part === part));
}
