import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';
import { createSiteServer } from '../src/cli/server.ts';
import type { LabelKind } from '../src/collection/model.ts';
import { base } from './site-urls.ts';

/** A page of a built site; `path` is its address below the base. */
export interface Page {
  path: string;
  kind: string;
  /** The number of quotes on it. */
  quotes: number;
  /** Compressed bytes of the HTML, including inline styles. */
  html: number;
}

/** What a browser requests to show a page before any interaction, in compressed bytes. */
export interface FirstView {
  script: number;
  fonts: number;
  requests: number;
}

const singular: Record<LabelKind | 'quotes', string> = {
  parts: 'part',
  quotes: 'quote',
  themes: 'theme',
  sources: 'source',
  people: 'person',
  subjects: 'subject',
};

/** Returns the kind of a page by its address below the base. */
export function kindOf(path: string): string {
  if (path === '') return 'title';
  if (path === '404.html') return 'not found';
  const [folder = '', name] = path.split('/').filter(Boolean);
  if (folder === 'quotes' && (name === undefined || name === 'page')) return 'book';
  return name === undefined ? folder : folder in singular ? singular[folder as LabelKind] : folder;
}

/** Returns the compressed size of a file. Hosts compress each response, at a medium level. */
export function compressed(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** Lists every page of the site in a folder. */
export function pagesIn(root: string): Page[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const path = name.replaceAll(sep, '/').replace(/(^|\/)index\.html$/u, '$1');
      const html = readFileSync(join(root, name));
      const quotes = html.toString().match(/<figure[^>]* data-quote=/gu)?.length ?? 0;
      return { path, kind: kindOf(path), quotes, html: compressed(html) };
    });
}

/** Returns the largest page of each kind. */
export function largestOfEachKind(pages: readonly Page[]): Page[] {
  const largest = new Map<string, Page>();
  for (const page of pages) {
    if (page.html > (largest.get(page.kind)?.html ?? 0)) largest.set(page.kind, page);
  }
  return [...largest.values()];
}

const inlineScript = /<script(?: type="(?:module|speculationrules)")?>([^]*?)<\/script>/gu;

async function weightOf(response: Response): Promise<Pick<FirstView, 'script' | 'fonts'>> {
  const type = response.request().resourceType();
  if (type === 'script') return { script: compressed(await response.body()), fonts: 0 };
  // Fonts are already compressed.
  if (type === 'font') return { script: 0, fonts: (await response.body()).length };
  if (type !== 'document') return { script: 0, fonts: 0 };
  const inline = Array.from((await response.text()).matchAll(inlineScript), ([, text]) => text);
  return { script: compressed(inline.join('')), fonts: 0 };
}

/** Opens pages of the site in a folder, each without a cache, like a first-time visitor. */
export async function firstViews(
  browser: Browser,
  root: string,
  pages: readonly Page[],
): Promise<Map<Page, FirstView>> {
  const server = createSiteServer({ root, base });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const views = new Map<Page, FirstView>();
  try {
    for (const page of pages) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const tab = await context.newPage();
      const responses: Response[] = [];
      tab.on('response', (response) => responses.push(response));
      await tab.goto(`http://127.0.0.1:${port}${base}${page.path}`);
      await tab.waitForLoadState('networkidle');
      const view = { script: 0, fonts: 0, requests: responses.length };
      for (const response of responses) {
        const { script, fonts } = await weightOf(response);
        view.script += script;
        view.fonts += fonts;
      }
      views.set(page, view);
      await context.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return views;
}
