import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { slugOf } from '../../src/text/slug.ts';
import type { SearchData } from '../../src/search/documents.ts';
import { seed } from '../unit/search/seed.ts';
import { generate } from './corpus.ts';

/** Writes quotes as a content folder and replaces an existing one. */
export function writeContent(folder: string, { parts, quotes }: SearchData): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'quotes'), { recursive: true });
  const config = {
    title: `${quotes.length} generated quotes`,
    person: 'Nobody',
    lang: 'en',
    introduction: 'Generated for measurements.',
    parts: parts.map((part) => ({ ...part, slug: slugOf(part.title, 'en') })),
  };
  writeFileSync(join(folder, 'collection.yaml'), stringify(config));
  const live = quotes.map(({ id }) => [id, 'live'] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    join(folder, 'permalinks.json'),
    `${JSON.stringify(Object.fromEntries(live), null, 2)}\n`,
  );
  for (const { id, part, theme, source, text } of quotes) {
    const fields = stringify({ part, theme, source });
    writeFileSync(join(folder, 'quotes', `${id}.md`), `---\n${fields}---\n\n${text}\n`);
  }
}

if (import.meta.main) {
  const [folder, count = '10000', from = '1'] = process.argv.slice(2);
  if (folder === undefined)
    throw new Error('Usage: node tests/bench/generate.ts <folder> [quotes] [seed]');
  writeContent(folder, generate(Number(count), seed(), Number(from)));
}
