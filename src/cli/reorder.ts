import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { readingOrder } from '../collection/order.ts';
import { contentDir } from '../environment.js';
import { setFields } from '../loader/edit-files.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { readCollection } from '../loader/load.ts';
import { changeFolder, pluralize, printProblems, shownPath, type FileChange } from './content.ts';

/** A content folder without errors, as the commands that edit it need it. */
export interface EditableFolder {
  folder: string;
  about: CollectionConfig;
  entries: QuoteEntry[];
  /** Writes what a change makes of files; true when the result has no errors. */
  save: (changes: FileChange[]) => boolean;
  /** The change of a quote's file that sets some of its fields. */
  edit: (id: string, fields: Record<string, number>) => FileChange;
  /** The change of `collection.yaml` by a function of its text. */
  editConfig: (edit: (yaml: string) => string) => FileChange;
}

/** Opens the content folder for editing; prints its errors where it has some. */
export function openFolder(): EditableFolder | undefined {
  const folder = contentDir();
  const { about, collection, entries, files, problems } = readCollection(folder);
  const errorsOf = (found: typeof problems) => found.filter(({ severity }) => severity === 'error');
  if (!about || !collection) {
    printProblems(folder, errorsOf(problems));
    console.error('Correct the collection first: nothing was changed.');
    return undefined;
  }
  const changeOf = (path: string, edit: (text: string) => string): FileChange => {
    const before = readFileSync(join(folder, path), 'utf8');
    return { path, before, after: edit(before) };
  };
  return {
    folder,
    about,
    entries,
    edit: (id, fields) => changeOf(files.get(id)!, (markdown) => setFields(markdown, fields)),
    editConfig: (edit) => changeOf(COLLECTION_FILE, edit),
    save(changes) {
      const changed = changes.filter(({ before, after }) => before !== after);
      const isSaved = changeFolder(folder, changed, (staged) => {
        const found = errorsOf(readCollection(staged).problems);
        printProblems(folder, found);
        return found.length === 0 ? [] : undefined;
      });
      if (!isSaved) console.error('The result would have these errors: nothing was changed.');
      else {
        for (const { path } of changed) console.log(`changed: ${shownPath(join(folder, path))}`);
        console.log(`${pluralize(changed.length, 'file')} changed`);
      }
      return isSaved;
    },
  };
}

/** The quotes of a part in reading order; those of no part are together. */
export function quotesOfPart(entries: QuoteEntry[], part: number | undefined): QuoteEntry[] {
  return readingOrder(entries.filter((entry) => entry.part === part));
}
