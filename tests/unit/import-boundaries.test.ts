import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import config from '../../eslint.config.js';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfigFile: true,
  // The snippets are not files, so they have no types.
  overrideConfig: [...config, tseslint.configs.disableTypeChecked],
});

const boundaryRules = ['no-restricted-imports', 'no-restricted-syntax'];

async function reported(filePath: string, code: string): Promise<string[]> {
  const source = filePath.endsWith('.astro') ? `---\n${code}\n---\n` : `${code}\n`;
  const [result] = await eslint.lintText(source, { filePath });
  expect(result?.fatalErrorCount).toBe(0);
  return result!.messages
    .filter(({ ruleId }) => ruleId !== null && boundaryRules.includes(ruleId))
    .map(({ message }) => message);
}

test.each([
  ['src/text/slug.ts', `import '../collection/order.ts';`],
  ['src/collection/order.ts', `import '../search/documents.ts';`],
  ['src/collection/order.ts', `import '../loader/load.ts';`],
  ['src/collection/order.ts', `import { getCollection } from 'astro:content';`],
  ['src/search/engine.ts', `import '../outputs/share-formats.ts';`],
  ['src/search/engine.ts', `import { base } from 'astro:config/client';`],
  ['src/client/share-menu.ts', `import '../outputs/share-formats.ts';`],
  ['src/client/saved/list.ts', `import '../../loader/load.ts';`],
  ['src/client/share-menu.ts', `import '../components/render-once.ts';`],
  ['src/outputs/share-formats.ts', `import '../search/documents.ts';`],
  ['src/outputs/share-formats.ts', `import 'astro:content';`],
  ['src/outputs/share-formats.ts', `export * from '../components/render-once.ts';`],
  ['src/outputs/share-formats.ts', `export const load = () => import('../search/documents.ts');`],
  ['src/loader/load.ts', `import '../import/parse.ts';`],
  ['src/import/parse.ts', `import '../cli/check.ts';`],
  ['src/build/fonts.ts', `import '../search/documents.ts';`],
  ['src/cli/check.ts', `import '../pages/search.json.ts';`],
  ['src/cli/check.ts', `import '../components/quote.ts';`],
  ['src/cli/start.mjs', `import '../layouts/page.ts';`],
  ['src/content.ts', `import './components/quote.ts';`],
  ['src/cli/add.ts', `import { urls } from '../collection/urls.ts'; urls.home();`],
  ['src/loader/load.ts', `import '../environment.js';`],
  ['src/components/Quote.astro', `import '../layouts/Page.astro';`],
  ['src/components/Quote.astro', `import '../pages/search.json.ts';`],
  ['src/components/Quote.astro', `import { getCollection } from 'astro:content';`],
  ['src/components/quote.ts', `import Quote from './Quote.astro'; export default Quote;`],
  ['src/layouts/Page.astro', `import '../pages/search.json.ts';`],
  ['src/layouts/Page.astro', `import '../build/fonts.ts';`],
  ['src/pages/quotes/[id].astro', `import '../../cli/check.ts';`],
  ['src/pages/index.astro', `import './search.json.ts';`],
  ['tests/unit/page.test.ts', `import '../../src/pages/search.json.ts';`],
])('in %s the linter reports %s', async (filePath, code) => {
  expect(await reported(filePath, code)).toHaveLength(1);
});

test.each([
  ['src/collection/order.ts', `import './model.ts'; import '../text/slug.ts';`],
  ['src/loader/schema.ts', `import { z } from 'astro/zod';`],
  ['src/search/engine.ts', `import '../collection/model.ts';`],
  ['src/outputs/share-formats.ts', `import '../collection/model.ts';`],
  ['src/client/saved/transfer.ts', `import '../../collection/citation.ts';`],
  ['src/client/search/result.ts', `import '../../search/engine.ts';`],
  ['src/import/parse.ts', `import '../text/slug.ts';`],
  ['src/build/fonts.ts', `import '../loader/load.ts';`],
  ['src/cli/check.ts', `import '../import/parse.ts'; import './server.ts';`],
  ['src/content.ts', `import './loader/load.ts'; import './environment.js';`],
  ['src/cli/add.ts', `import { createUrls } from '../collection/urls.ts'; createUrls('/');`],
  ['src/components/Quote.astro', `import '../outputs/share-formats.ts'; import './Mark.astro';`],
  ['src/components/quote.ts', `export const load = () => import('../search/engine.ts');`],
  ['src/layouts/Page.astro', `import '../components/Quote.astro'; import '../styles/page.css';`],
  ['src/pages/quotes/[id].astro', `import '../../layouts/Page.astro'; import '../../content.ts';`],
])('in %s the linter allows %s', async (filePath, code) => {
  expect(await reported(filePath, code)).toEqual([]);
});

test.each([
  [
    'src/client/search/quote-search.ts',
    `export const clear = (element) => { element.innerHTML = ''; };`,
  ],
  ['src/client/search/quote-search.ts', `export const read = ({ outerHTML }) => outerHTML;`],
  [
    'src/client/search/quote-search.ts',
    `export const add = (e, html) => e.insertAdjacentHTML('end', html);`,
  ],
])('in %s the linter reports %s', async (filePath, code) => {
  const [result] = await eslint.lintText(code, { filePath });
  expect(result?.messages).toMatchObject([{ ruleId: 'no-restricted-properties' }]);
});

test('only one file of src reads the environment', async () => {
  const code = 'export const site = process.env.SITE_URL;';
  const reportedIn = async (filePath: string) => {
    const [result] = await eslint.lintText(code, { filePath });
    return result!.messages.map(({ ruleId }) => ruleId);
  };
  expect(await reportedIn('src/loader/site-url.ts')).toEqual(['no-restricted-properties']);
  expect(await reportedIn('src/environment.js')).toEqual([]);
});

test('markup from a string is reported in a component', async () => {
  const [result] = await eslint.lintText('<p set:html={quote.html} />\n', {
    filePath: 'src/components/Quote.astro',
  });
  expect(result?.messages).toMatchObject([{ ruleId: 'astro/no-set-html-directive' }]);
});

test('a message lists what a folder may import', async () => {
  const [message] = await reported('src/search/engine.ts', `import '../outputs/share-formats.ts';`);
  expect(message).toContain(
    'From other parts of src/, src/search may import only src/collection, src/text.',
  );
});
