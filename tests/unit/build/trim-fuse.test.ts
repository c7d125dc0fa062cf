import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Fuse from 'fuse.js';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { trimFuse } from '../../../src/build/trim-fuse.ts';

const path = fileURLToPath(import.meta.resolve('fuse.js/basic'));

function trimmed(code: string): string {
  const { filter, handler } = trimFuse().transform as unknown as {
    filter: { id: RegExp };
    handler: (this: object, code: string) => string;
  };
  expect(path).toMatch(filter.id);
  const parse = (script: string) => parseSync('fuse.mjs', script).program;
  return handler.call({ parse }, code);
}

test('Fuse finds the same without its unused parts', async () => {
  const code = readFileSync(path, 'utf8');
  const rest = trimmed(code);
  expect(rest.length).toBeLessThan(0.7 * code.length);

  const url = (script: string) => `data:text/javascript,${encodeURIComponent(script)}`;
  const [full, trimmedModule] = (await Promise.all(
    [code, rest].map((script) => import(/* @vite-ignore */ url(script))),
  )) as [{ default: typeof Fuse }, { default: typeof Fuse }];
  const found = ({ default: Build }: typeof full) =>
    new Build(['murder', 'hadoop', 'under'], {
      threshold: 0.4,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      isCaseSensitive: true,
      includeScore: true,
      shouldSort: false,
    }).search('murdr');
  expect(found(trimmedModule)).toEqual(found(full));
  expect(found(trimmedModule)).not.toEqual([]);
});
