import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWriter } from '../../../src/build/write-file.ts';
import { temporaryFolder } from '../folders.ts';

test('a file is its pieces in order, in folders that are made for it', () => {
  const root = temporaryFolder();
  const write = createWriter(root);
  write('quotes/timing/index.html', [Buffer.from('<p>'), Buffer.from(''), Buffer.from('é')]);
  write('quotes/timing/notes.txt', [Buffer.from('1')]);
  expect(readFileSync(join(root, 'quotes/timing/index.html'), 'utf8')).toBe('<p>é');
  expect(readFileSync(join(root, 'quotes/timing/notes.txt'), 'utf8')).toBe('1');
});

test('a file that was there is replaced whole', () => {
  const root = temporaryFolder();
  const write = createWriter(root);
  write('a.txt', [Buffer.from('long before')]);
  write('a.txt', [Buffer.from('short')]);
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('short');
});
