import { collectionFile } from '../loader/write-files.ts';
import { COLLECTION_FILE } from '../loader/collection-file.ts';
import { IMPORTED_FILE } from '../loader/load.ts';
import { slugger } from '../text/slug.ts';
import { formatImportState } from './import-state.ts';
import type { ImportData } from './import-data.ts';
import { planUpdate } from './plan.ts';

/** The content files of a new collection but the ledgers, by their path. */
export function newFiles(data: ImportData): Map<string, string> {
  const { introduction: value, title, lang } = data;
  const slugFor = slugger(lang);
  const parts = data.parts.map((part) => ({ ...part, slug: slugFor(part.title) }));
  const config = collectionFile({ ...data, parts });
  const introduction = value ? [[{ type: 'text' as const, value }]] : [];
  const about = { title, lang, introduction, parts, subjects: [] };
  const plan = planUpdate(data, { about, entries: [], files: new Map(), read: () => config });
  return new Map([
    [COLLECTION_FILE, config],
    ...plan.changes.map(({ path, after }) => [path, after] as const),
    [IMPORTED_FILE, formatImportState(plan.imported)],
  ]);
}
