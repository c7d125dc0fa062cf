import { expect, test, vi } from 'vitest';
import { loadContent } from '../../src/content.ts';
import { ContentError } from '../../src/loader/diagnostic.ts';
import { temporaryFolder, writeFiles } from './folders.ts';

test('a folder with an error is read only once', () => {
  const folder = temporaryFolder();
  writeFiles(folder, [['collection.yaml', 'titel: Notes\n']]);
  vi.stubEnv('CONTENT_DIR', folder);
  const errors = [1, 2].map(() => {
    try {
      return loadContent();
    } catch (error) {
      return error;
    }
  });
  expect(errors[0]).toBeInstanceOf(ContentError);
  expect(errors[1]).toBe(errors[0]);
});
