import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { close, createIndex } from 'pagefind';
import type { SearchData } from '../../../src/search/documents.ts';
import { emptyPage, type InPage } from '../browser.ts';
import { compressed } from '../bundle.ts';

/** With more quotes, sending every page to its indexer takes minutes. */
export const MAX_QUOTES = 10_000;

export const options =
  'defaults, one generated page per quote, with the data of its first five results';

const escaped = (text: string) =>
  text.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`);

export interface InOwnPage extends InPage {
  /** The compressed size of the files that it fetched for these queries. */
  bytes: number;
  found: string[][];
}

/** Indexes the quotes and searches with Pagefind in a page, because it runs only in browsers. */
export async function measure(
  browser: Browser,
  { quotes }: SearchData,
  presses: readonly string[],
  budget: number,
): Promise<InOwnPage> {
  const bench = await emptyPage(browser);
  try {
    const { index } = await createIndex();
    for (const { id, theme = '', text, source = '' } of quotes) {
      await index.addHTMLFile({
        url: `/${id}/`,
        content: `<html lang="en"><body><h1>${escaped(theme)}</h1><p>${escaped(text)}</p><p>${escaped(source)}</p></body></html>`,
      });
    }
    await index.writeFiles({ outputPath: join(bench.root, 'pagefind') });

    const fetched = new Set<string>();
    bench.page.context().on('request', (request) => fetched.add(new URL(request.url()).pathname));
    const measured = await bench.page.evaluate(
      async ({ presses, budget }) => {
        interface Pagefind {
          init: () => Promise<void>;
          search: (
            query: string,
          ) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        }
        const started = performance.now();
        const path = '/pagefind/pagefind.js';
        const pagefind = (await import(path)) as Pagefind;
        await pagefind.init();
        const find = async (query: string) => {
          const { results } = await pagefind.search(query);
          const data = await Promise.all(results.slice(0, 5).map((result) => result.data()));
          return data.map(({ url }) => url.replaceAll('/', ''));
        };
        await find(presses[0]!);
        const ready = performance.now() - started;
        const keys: number[] = [];
        const found: string[][] = [];
        for (let elapsed = 0, i = 0; i < presses.length && elapsed <= budget; i++) {
          const start = performance.now();
          found.push(await find(presses[i]!));
          keys.push(performance.now() - start);
          elapsed += keys.at(-1)!;
        }
        return { ready, keys, found };
      },
      { presses, budget },
    );
    const bytes = [...fetched]
      .filter((path) => path.startsWith('/pagefind/'))
      .map((path) => readFileSync(join(bench.root, path)))
      // Its index is already compressed and hardly gets smaller.
      .reduce((sum, content) => sum + compressed(content), 0);
    return { ...measured, bytes };
  } finally {
    await bench.close();
    await close();
  }
}
