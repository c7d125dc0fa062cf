import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { parse } from 'parse5';
import { classHooks } from '../class-hooks.js';
import { attributeOf, elementsOf } from '../html-elements.ts';
import { collection, expect, test } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

test('html-validate reports nothing on any page', { tag: '@rtl' }, async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      'doctype-style': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      // Boolean attributes are written by Astro.
      'attribute-boolean-style': 'off',
      // All scripts come from this site, and the policy allows no others.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  });
  const found: string[] = [];
  for (const name of pages) {
    const { results } = await validator.validateString(readFileSync(join(dist, name), 'utf8'));
    for (const { messages } of results) {
      found.push(
        ...messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`),
      );
    }
  }
  expect(found.slice(0, 20)).toEqual([]);
});

test(
  'every figure of a quote contains its theme, text, source and permalink',
  { tag: '@rtl' },
  () => {
    const quotes = new Map(collection.quotes.map((quote) => [quote.id, quote]));
    const missing: string[] = [];
    let count = 0;
    for (const name of pages) {
      for (const figure of elementsOf(parse(readFileSync(join(dist, name), 'utf8')))) {
        const id = attributeOf(figure, 'data-quote');
        if (id === undefined) continue;
        count++;
        const { theme, source } = quotes.get(id)!;
        const classes = elementsOf(figure).flatMap((element) =>
          (attributeOf(element, 'class') ?? '').split(' '),
        );
        const parts = ['h-cite', 'p-content', 'u-url'];
        if (theme) parts.push('p-name');
        if (source) parts.push('p-publication');
        for (const part of parts) {
          if (!classes.includes(part)) missing.push(`${name}: ${id} has no ${part}`);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(count).toBeGreaterThan(quotes.size);
  },
);

test('every utility class of a page has a rule in the styles of the page', () => {
  const isHook = new RegExp(`^(?:${classHooks.join('|')}|group|part-\\d+)(?:/.+)?$`, 'u');
  const entities: Record<string, string> = { amp: '&', '#38': '&', gt: '>', quot: '"' };
  const missing = new Set<string>();
  for (const name of pages) {
    const html = readFileSync(join(dist, name), 'utf8');
    const styles = Array.from(html.matchAll(/<style>(.*?)<\/style>/gsu), ([, css]) => css!).join(
      '',
    );
    for (const [, value] of html.matchAll(/ class="([^"]*)"/gu)) {
      const classes = value!.replace(
        /&(#?\w+);/gu,
        (match, entity: string) => entities[entity] ?? match,
      );
      for (const utility of classes.split(/\s+/u)) {
        const selector = `.${utility.replace(/[^\w-]/gu, '\\$&')}`;
        if (!isHook.test(utility) && !styles.includes(selector))
          missing.add(`${utility} on ${name}`);
      }
    }
  }
  expect([...missing].slice(0, 20)).toEqual([]);
});

test('no page has a broken link', async ({ baseURL }) => {
  test.slow();
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: baseURL!,
    recurse: true,
    checkFragments: true,
    concurrency: 20,
    linksToSkip: async (link) => !link.startsWith(baseURL!),
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, parent, status }) => `${status} ${url} on ${parent}`)).toEqual([]);
  expect(links.length).toBeGreaterThan(collection.quotes.length);
  console.log(`${links.length} links followed, none broken`);
});

test('every page has its policy before scripts and styles, and the CSP Evaluator finds no fault in it', () => {
  for (const name of pages) {
    const html = readFileSync(join(dist, name), 'utf8');
    const [, policy] = /<meta http-equiv="content-security-policy" content="([^"]*)">/u.exec(html)!;
    expect(html.search(/<(?:script|style|link)/u), name).toBeGreaterThan(html.indexOf(policy!));
    expect(policy, name).toContain("default-src 'none'");
    expect(policy, name).not.toContain('unsafe');
    const findings = new CspEvaluator(new CspParser(policy!).csp).evaluate();
    // It also warns about 'self', which is a risk only if visitors can upload scripts.
    const faults = findings.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE);
    expect(faults, name).toEqual([]);
  }
  console.log(`${pages.length} policies without faults`);
});

test.describe('with a script whose hash is not in the policy', () => {
  test.use({ expected: /Content Security Policy/u });

  test('the script is blocked, even at the start of the head', async ({ page }) => {
    await page.route('**/themes/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace('<meta name="viewport"', '<script>intruded = 1</script>$&');
      await route.fulfill({ response, body });
    });
    const message = page.waitForEvent('console');
    await page.goto('themes/');
    expect((await message).text()).toContain('Content Security Policy');
    expect(await page.evaluate(() => 'intruded' in globalThis)).toBe(false);
  });
});

test('the sitemap contains every permalink', () => {
  const sitemap = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
  for (const { id } of collection.quotes) expect(sitemap).toContain(`/quotes/${id}/</loc>`);
});
