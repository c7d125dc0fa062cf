import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { base, urls } from '../site-urls.ts';
import { shareFormats } from '../../src/outputs/share-formats.ts';
import { atomFeed } from '../../src/outputs/feeds.ts';
import { embedSize } from '../../src/outputs/embed.ts';
import { citedOf, shortCitation } from '../../src/collection/citation.ts';
import { quotation, scriptText } from '../../src/outputs/structured-data.ts';
import { collectionOf, label, words } from '../unit/outputs/collection.ts';
import {
  axeViolations,
  collection,
  expect,
  firstQuote,
  longestQuote,
  shortestQuote,
  test,
  typeset,
} from './site.ts';

const dist = join(import.meta.dirname, '../../dist');
const built = (path: string): string => readFileSync(join(dist, path.slice(base.length)), 'utf8');

const { quotes } = collection;
const permalink = ({ id }: { id: string }): string => built(`${base}quotes/${id}/index.html`);

/** The canonical site, not the test server. */
const site = new URL(/rel="canonical" href="([^"]*)"/u.exec(built(`${base}index.html`))![1]!);
const absolute = (path: string): string => new URL(path, site).href;

interface Head {
  title: string;
  links: { rel: string; type: string; href: string }[];
  meta: Record<string, string>;
  data: Record<string, unknown>[];
}

/** Parses the head of a page without running it. */
async function headOf(page: Page, html: string): Promise<Head> {
  return page.evaluate((source) => {
    const { head, title } = new DOMParser().parseFromString(source, 'text/html');
    const all = <E extends Element>(selector: string) => [...head.querySelectorAll<E>(selector)];
    return {
      title,
      links: all<HTMLLinkElement>('link').map((link) => ({
        rel: link.rel,
        type: link.type,
        href: link.getAttribute('href')!,
      })),
      meta: Object.fromEntries(
        all<HTMLMetaElement>('meta').map((meta) => [
          meta.getAttribute('property') ?? meta.name,
          meta.content,
        ]),
      ),
      data: all('script[type="application/ld+json"]').map(
        ({ textContent }) => JSON.parse(textContent) as Record<string, unknown>,
      ),
    };
  }, html);
}

test('the head of every permalink describes its quote', async ({ page }) => {
  for (const quote of quotes) {
    const { meta, data, links } = await headOf(page, permalink(quote));
    const address = absolute(urls.quote(quote));
    expect(data).toContainEqual(
      expect.objectContaining({
        '@type': 'Quotation',
        text: quote.text,
        url: address,
        inLanguage: quote.lang,
        creator: { '@type': 'Person', name: quote.person.label },
        citation: expect.objectContaining({ name: quote.source.label }),
        isPartOf: expect.objectContaining({ name: collection.title }),
      }),
    );
    expect(data).toContainEqual(expect.objectContaining({ '@type': 'BreadcrumbList' }));
    expect(meta).toMatchObject({
      'og:type': 'article',
      'og:url': address,
      'og:image': absolute(urls.card(quote)),
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': shortCitation(citedOf(quote), 420),
      'og:description': shortCitation(citedOf(quote), 420),
      'twitter:card': 'summary_large_image',
    });
    expect(meta['article:published_time']).toBe(quote.date);
    expect(links).toContainEqual({ rel: 'canonical', type: '', href: address });
    expect(existsSync(join(dist, urls.card(quote).slice(base.length)))).toBe(true);
  }
});

test('every page links the feeds and OpenSearch, and their addresses exist', async ({
  page,
  request,
}) => {
  for (const path of ['', `parts/${firstQuote.part.slug}/`, `quotes/${firstQuote.id}/`]) {
    const { links } = await headOf(page, built(`${base}${path}index.html`));
    const machine = links.filter(({ rel }) => ['alternate', 'search'].includes(rel));
    expect(machine.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'application/atom+xml',
        'application/feed+json',
        'application/opensearchdescription+xml',
      ]),
    );
    for (const { href } of machine) {
      const response = await request.get(new URL(href, site).pathname);
      expect(response.status(), href).toBe(200);
    }
  }
});

test('link previews of other pages show the card of the collection', async ({ page }) => {
  for (const path of ['', `parts/${firstQuote.part.slug}/`, 'quotes/', 'themes/', 'sources/']) {
    const { meta } = await headOf(page, built(`${base}${path}index.html`));
    expect(meta, path).toMatchObject({
      'og:type': 'website',
      'og:image': absolute(urls.collectionCard()),
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': expect.stringContaining(typeset(collection.title)),
      'twitter:card': 'summary_large_image',
    });
  }
  expect(existsSync(join(dist, urls.collectionCard().slice(base.length)))).toBe(true);
});

test('every permalink links its text, Markdown, data and oEmbed', async ({ page }) => {
  const { quotes: data } = JSON.parse(built(urls.collectionData())) as { quotes: { id: string }[] };
  for (const [index, quote] of quotes.entries()) {
    expect(built(urls.quoteData(quote, 'txt'))).toBe(`${quote.text}\n`);
    expect(built(urls.quoteData(quote, 'md'))).toContain(absolute(urls.quote(quote)));
    expect(JSON.parse(built(urls.quoteData(quote, 'json')))).toEqual(data[index]);
    const { links } = await headOf(page, permalink(quote));
    const offered = links.filter(({ rel }) => rel === 'alternate').map(({ href }) => href);
    expect(offered).toEqual(
      expect.arrayContaining([
        urls.quoteData(quote, 'md'),
        urls.quoteData(quote, 'txt'),
        urls.quoteData(quote, 'json'),
        absolute(urls.oembed(quote)),
      ]),
    );
  }
});

test('the data of the collection contains every quote in reading order, as written', () => {
  expect(JSON.parse(built(urls.collectionData()))).toMatchObject({
    title: collection.title,
    person: collection.person,
    lang: collection.lang,
    parts: collection.parts.map(({ number, label, slug }) => ({ number, title: label, slug })),
    quotes: quotes.map((quote) => ({
      id: quote.id,
      url: absolute(urls.quote(quote)),
      part: quote.part.number,
      theme: quote.theme.label,
      source: quote.source.label,
      text: quote.text,
    })),
  });
});

test('both feeds contain every quote under its permalink, in reading order', () => {
  const addresses = quotes.map((quote) => absolute(urls.quote(quote)));
  const atom = parseFeed(built(urls.atom()));
  expect(atom.items.map(({ id }) => id)).toEqual(addresses);
  expect(atom.items.map(({ url }) => url)).toEqual(addresses);
  const json = JSON.parse(built(urls.jsonFeed())) as { items: { id: string }[] };
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
  expect(json.items).toMatchObject(
    quotes.map(({ text }, index) => ({ id: addresses[index], content_text: text })),
  );
});

test('robots.txt links the sitemap, and llms.txt lists all quotes', () => {
  expect(built(`${base}robots.txt`)).toContain(`Sitemap: ${absolute(urls.sitemap())}`);
  const text = built(`${base}llms.txt`);
  for (const quote of quotes) expect(text).toContain(absolute(urls.quoteData(quote, 'md')));
});

test('the sitemap omits embeds, the search page and the 404 page', () => {
  const sitemap = built(`${base}sitemap-0.xml`);
  for (const path of ['embed/', 'search/', '404']) {
    expect(sitemap).not.toContain(absolute(`${base}${path}`));
  }
});

test('a former permalink redirects to the current one', async ({ page }) => {
  for (const quote of quotes) {
    for (const alias of quote.aliases) {
      await page.goto(`quotes/${alias}/`);
      await expect(page).toHaveURL(new RegExp(`${urls.quote(quote)}$`, 'u'));
      expect(built(`${base}_redirects`)).toContain(
        `${urls.quote({ id: alias })} ${urls.quote(quote)} 301`,
      );
    }
  }
});

const sample = new Set([
  shortestQuote,
  longestQuote,
  ...quotes.filter((_, index) => index % Math.ceil(quotes.length / 8) === 0),
]);

async function expectFit(page: Page, width: number): Promise<void> {
  for (const quote of sample) {
    const { height } = embedSize(quote, collection);
    await page.setViewportSize({ width, height });
    await page.goto(`embed/${quote.id}/`);
    await page.evaluate(() => document.fonts.ready);
    const needed = await page.evaluate(() => {
      const { paddingTop, paddingBottom } = getComputedStyle(document.body);
      const content = document.querySelector('main')!.getBoundingClientRect().height;
      return content + parseFloat(paddingTop) + parseFloat(paddingBottom);
    });
    expect(height, quote.id).toBeGreaterThanOrEqual(needed);
  }
}

for (const width of [320, 400, 480, 640]) {
  test(`the height of an embed fits its quote at ${width} px`, async ({ page }) => {
    await expectFit(page, width);
  });
}

test.describe('without fonts', () => {
  test.use({ expected: /ERR_FAILED/u });

  test('the height of an embed fits its quote too', async ({ page }) => {
    await page.route('**/*.woff2', (route) => route.abort());
    for (const width of [320, 640]) await expectFit(page, width);
  });
});

test('the iframe from oEmbed shows the whole quote on another page', async ({ page }) => {
  const { html } = JSON.parse(built(urls.oembed(longestQuote))) as { html: string };
  const { height } = embedSize(longestQuote, collection);
  const body = `<!doctype html>${html.replace(/src="[^"]*"/u, `src="${urls.embed(longestQuote)}"`)}`;
  await page.route('**/elsewhere', (route) => route.fulfill({ contentType: 'text/html', body }));
  for (const width of [340, 480, 1000]) {
    await page.setViewportSize({ width, height: height + 100 });
    await page.goto('elsewhere');
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('blockquote')).toBeVisible();
    const overflow = await frame
      .locator('html')
      .evaluate((root) => root.scrollHeight - root.clientHeight);
    expect(overflow).toBe(0);
    await expect(page.locator('iframe')).toHaveAttribute('height', String(height));
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an embed has no script, links its permalink and is accessible, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 400 });
    await page.goto(`embed/${firstQuote.id}/`);
    await expect(page.locator('script')).toHaveCount(0);
    await expect(page.locator('a.u-url')).toHaveAttribute('href', urls.quote(firstQuote));
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      absolute(urls.quote(firstQuote)),
    );
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('a browser reads any text back from HTML, JSON-LD and Atom', async ({ page }) => {
  const cases = fc
    .sample(fc.tuple(words, label), { numRuns: 200, seed: 4 })
    .map(([text, source]) => {
      const input = collectionOf({ text, source });
      const [quote] = input.quotes;
      const html = shareFormats(quote, 'https://a.example/', input).find(
        ({ id }) => id === 'html',
      )!;
      const data = scriptText(quotation(quote, input, site));
      return {
        expected: { text, source },
        html: html.text,
        script: `<script type="application/ld+json">${data}</script><p>after</p>`,
        atom: atomFeed(input, site),
      };
    });
  const parsed = await page.evaluate(
    (all) =>
      all.map(({ html, script, atom }) => {
        const parser = new DOMParser();
        const textOf = (root: ParentNode) =>
          [...root.querySelectorAll('blockquote p')]
            .map((paragraph) => {
              for (const mark of paragraph.querySelectorAll('br')) mark.replaceWith('\n');
              return paragraph.textContent;
            })
            .join('\n\n');
        const pasted = parser.parseFromString(html, 'text/html');
        const scripted = parser.parseFromString(script, 'text/html');
        const feed = parser.parseFromString(atom, 'application/xml');
        const content = feed.querySelector('entry > content')?.textContent ?? '';
        const entry = parser.parseFromString(content, 'text/html');
        const { text } = JSON.parse(scripted.querySelector('script')!.textContent) as {
          text: string;
        };
        return {
          html: { text: textOf(pasted), source: pasted.querySelector('cite')?.textContent },
          atom: { text: textOf(entry), source: entry.querySelector('cite')?.textContent },
          script: text,
          after: scripted.body.textContent,
        };
      }),
    cases,
  );
  for (const [index, { expected }] of cases.entries()) {
    expect(parsed[index]).toEqual({
      html: expected,
      atom: expected,
      script: expected.text,
      after: 'after',
    });
  }
});

test('the structured data of every page parses', async ({ page }) => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  for (const name of pages.filter((path) => path.endsWith('.html'))) {
    const { data } = await headOf(page, readFileSync(join(dist, name), 'utf8'));
    for (const item of data) expect(item).toMatchObject({ '@context': 'https://schema.org' });
  }
});
