import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { checkBeforePublishing, SAMPLE_TEXT, withoutSample } from '../../../src/loader/sample.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

function read(files: Record<string, string>) {
  const folder = temporaryFolder();
  writeFiles(folder, Object.entries({ 'collection.yaml': 'title: T\n', ...files }));
  const loaded = readCollection(folder);
  return { loaded, problems: checkBeforePublishing(loaded).map(formatProblem) };
}

const sample =
  'quotes/s.md: warning: is still the sample quote and would be published. Replace it with a quote of your own, or remove the file.';
const missing = (file: string) =>
  `${file}: warning: is missing, so renaming a quote or label breaks its address. Run npm run permalinks.`;

test('a collection with only the sample has no addresses to record', () => {
  const { loaded, problems } = read({ 'quotes/s.md': SAMPLE_TEXT });
  expect(problems).toEqual([sample]);
  expect(withoutSample(loaded).quotes).toEqual([]);
});

test('a collection with another quote needs both ledgers', () => {
  const files = { 'quotes/s.md': SAMPLE_TEXT, 'quotes/a.md': 'Text.\n' };
  expect(read(files).problems).toEqual([
    sample,
    missing('permalinks.json'),
    missing('addresses.json'),
  ]);
  const ledger = { 'permalinks.json': '{"a": "live", "old": {"gone": "2025"}}' };
  const { loaded, problems } = read({ ...files, ...ledger });
  expect(problems).toEqual([sample, missing('addresses.json')]);
  const collection = withoutSample(loaded);
  expect(collection.quotes.map(({ id }) => id)).toEqual(['a']);
  expect(collection.former).toMatchObject([{ slug: 'old', gone: '2025' }]);
});

test('a sample that was published keeps its address', () => {
  const files = { 'quotes/s.md': SAMPLE_TEXT, 'permalinks.json': '{"s": "live"}' };
  expect(read(files).problems).toEqual([sample, missing('addresses.json')]);
  expect(withoutSample(read(files).loaded).quotes).toHaveLength(1);
});

test('a collection with errors is not checked before publishing', () => {
  expect(read({ 'quotes/s.md': SAMPLE_TEXT, 'quotes/a.md': '# a' }).problems).toEqual([]);
});
