import { expect, test } from 'vitest';
import { headersFile, headerTable, type HeaderTable } from '../../../src/build/headers.ts';
import { apache, bucket, caddy, nginx } from './hosting-snippets.ts';
import { headersOf, parseHeaders } from '../../host-headers.ts';

const table: HeaderTable = {
  everywhere: { 'X-Frame': 'none', 'Cache-Control': 'no-cache' },
  exceptions: [
    { scope: { folder: '_astro' }, headers: { 'Cache-Control': 'immutable' } },
    { scope: { extensions: ['md', 'txt'] }, headers: { 'X-Shared': '*' } },
  ],
};

test('the table is written in the form of Netlify and Cloudflare Pages, under the base', () => {
  expect(headersFile(table, '/book/')).toBe(`/book/*
  X-Frame: none
  Cache-Control: no-cache

/book/_astro/*
  ! Cache-Control
  Cache-Control: immutable

/book/*.md
  X-Shared: *

/book/*.txt
  X-Shared: *
`);
});

test.each([
  ['/book/', { 'X-Frame': 'none', 'Cache-Control': 'no-cache' }],
  ['/book/_astro/a.js', { 'X-Frame': 'none', 'Cache-Control': 'immutable' }],
  ['/book/deep/a.md', { 'X-Frame': 'none', 'Cache-Control': 'no-cache', 'X-Shared': '*' }],
  ['/book/a.md/', { 'X-Frame': 'none', 'Cache-Control': 'no-cache' }],
  ['/elsewhere/', {}],
])('%s is sent with what the table says, on both hosts', (path, headers) => {
  const rules = parseHeaders(headersFile(table, '/book/'));
  expect(Object.fromEntries(headersOf(path, rules))).toEqual(headers);
  const last = rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ set }) => set);
  expect(Object.fromEntries(last)).toEqual(headers);
});

test('a header that two rules set without dropping it is joined, as Cloudflare does', () => {
  const rules = parseHeaders('/*\n  Vary: a\n/b/*\n  Vary: c\n');
  expect(headersOf('/b/', rules).get('Vary')).toBe('a, c');
});

const of = (path: string) =>
  Object.fromEntries(headersOf(path, parseHeaders(headersFile(headerTable, '/'))));

test('only embeds may be framed, and nobody may run what stands in attributes', () => {
  expect(of('/')['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  expect(of('/quotes/x/')['Content-Security-Policy']).toContain("script-src-attr 'none'");
  expect(of('/embed/x/')['Content-Security-Policy']).toContain('frame-ancestors *');
  for (const path of ['/', '/embed/x/']) {
    expect(of(path)['Content-Security-Policy']).not.toMatch(/unsafe/u);
    expect(of(path)['Content-Security-Policy']).toContain("require-trusted-types-for 'script'");
  }
});

test.each(['/cards/x.png', '/quotes/x.json', '/quotes/x.md', '/quotes.json', '/feed.xml'])(
  'another site may read %s',
  (path) => {
    expect(of(path)).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  },
);

test('a page is not for other sites to read', () => {
  expect(of('/quotes/x/')).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' });
  expect(of('/quotes/x/')).not.toHaveProperty('Access-Control-Allow-Origin');
});

test('the file keeps to what Cloudflare Pages admits', () => {
  const file = headersFile(headerTable, '/a/long/path/to/the/book/');
  const lines = file.split('\n');
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
  for (const line of lines) expect(line.replace(/^[^/].*/u, '').split('*').length).toBeLessThan(3);
});

// Written again with `npm run unit -- --update`.
test.each([
  ['nginx.conf', nginx],
  ['Caddyfile', caddy],
  ['htaccess', apache],
  ['bucket.sh', bucket],
])('.github/hosting/%s says what the table says', async (name, write) => {
  await expect(write(headerTable)).toMatchFileSnapshot(`../../../.github/hosting/${name}`);
});
