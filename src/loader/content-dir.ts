import { resolve } from 'node:path';

/** The content folder that `CONTENT_DIR` names, absolute; relative names start at the project. */
export function contentDir(): string {
  return resolve(process.env['CONTENT_DIR'] || 'content');
}
