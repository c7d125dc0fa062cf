import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer } from '../../src/cli/server.ts';

const files = {
  'dist/index.html': '<h1>Home</h1>',
  'dist/404.html': '<h1>Not here</h1>',
  'dist/search/index.html': '<h1>Search</h1>',
  'dist/empty/note.txt': 'A folder without a page',
  'dist/quotes/data-gravity.md': 'Moving data is “expensive”.',
  'dist/quotes/data-gravity.json': '{}',
  'dist/quotes/old-news/index.html': '<h1>Withdrawn</h1>',
  'dist/quotes/old-news/_gone': '',
  'dist/robots.txt': 'User-agent: *',
  'dist/feed.xml': '<feed/>',
  'dist/manifest.webmanifest': '{}',
  'dist/cards/data-gravity.png': 'png',
  'dist/_astro/page.css': 'body {}',
  'dist/_headers': '/*\n  X-Site: quotes\n',
  'secret.txt': 'Outside the site',
};

let folder: string;
const servers: Server[] = [];
let site: Server;
let siteUnderBase: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quote-browser-preview-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  site = await serve();
  siteUnderBase = await serve('/lessons/');
});

afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

async function serve(base?: string): Promise<Server> {
  const server = createSiteServer({ root: join(folder, 'dist'), base });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** Sends the path unchanged; `fetch` would normalize it. */
async function ask(server: Server, path: string, options: { method?: string; etag?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  const { method = 'GET', etag } = options;
  const headers = etag === undefined ? {} : { 'If-None-Match': etag };
  const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('the home page is served at the root', async () => {
  const { status, headers, body } = await ask(site, '/');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toBe('<h1>Home</h1>');
});

test('an address without its final slash is redirected, with its query', async () => {
  const { status, headers } = await ask(site, '/search?q=data');
  expect(status).toBe(301);
  expect(headers.location).toBe('/search/?q=data');
});

test('a page is served with its query', async () => {
  expect(await ask(site, '/search/?q=data')).toMatchObject({
    status: 200,
    body: files['dist/search/index.html'],
  });
});

test.each([
  '/nowhere',
  '/nowhere/',
  '/empty',
  '/empty/',
  '/robots.txt/',
  '/quotes/data-gravity',
  '/%',
])('a missing address is answered with the 404 page: %s', async (path) => {
  const { status, headers, body } = await ask(site, path);
  expect(status).toBe(404);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toBe('<h1>Not here</h1>');
});

test.each([
  ['/quotes/data-gravity.md', 'text/markdown; charset=utf-8'],
  ['/quotes/data-gravity.json', 'application/json; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/feed.xml', 'application/xml; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/_astro/page.css', 'text/css; charset=utf-8'],
  ['/cards/data-gravity.png', 'image/png'],
])('%s is served as %s', async (path, type) => {
  expect((await ask(site, path)).headers['content-type']).toBe(type);
});

test('the headers for hosts are sent, also with the 404 page', async () => {
  const safe = { 'x-content-type-options': 'nosniff' };
  const { headers } = await ask(siteUnderBase, '/lessons/_astro/page.css');
  expect(headers).toMatchObject(safe);
  expect(headers['cache-control']).toContain('immutable');
  expect((await ask(site, '/nowhere')).headers).toMatchObject(safe);
  const data = (await ask(site, '/quotes/data-gravity.json')).headers;
  expect(data).toMatchObject({ ...safe, 'access-control-allow-origin': '*' });
});

test.each(['/_headers', '/quotes/old-news/_gone'])(
  'files that configure hosts are not served: %s',
  async (path) => {
    expect((await ask(site, path)).status).toBe(404);
  },
);

test('the page of a withdrawn quote has status 410', async () => {
  expect(await ask(siteUnderBase, '/lessons/quotes/%6Fld-news/')).toMatchObject({
    status: 410,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<h1>Withdrawn</h1>',
  });
  expect(await ask(site, '/quotes/old-news')).toMatchObject({ status: 301 });
});

test('other files are revalidated, and not sent again if they are unchanged', async () => {
  const { headers } = await ask(site, '/robots.txt');
  expect(headers['cache-control']).toContain('must-revalidate');
  const again = await ask(site, '/robots.txt', { etag: headers.etag });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/search/../../secret.txt',
])('nothing outside the site is served: %s', async (path) => {
  expect((await ask(site, path)).status).toBe(404);
});

test('no redirect leads to another host', async () => {
  expect((await ask(site, '//search')).headers.location).toBe('/search/');
});

test('a HEAD request gets only the headers of the page', async () => {
  const { status, headers, body } = await ask(site, '/', { method: 'HEAD' });
  expect(status).toBe(200);
  expect(headers['content-length']).toBe(String(files['dist/index.html'].length));
  expect(body).toBe('');
});

test('other methods are refused', async () => {
  const { status, headers } = await ask(site, '/', { method: 'POST' });
  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
});

test('under a base path the site is served there', async () => {
  expect(await ask(siteUnderBase, '/lessons/')).toMatchObject({
    status: 200,
    body: files['dist/index.html'],
  });
  expect(await ask(siteUnderBase, '/lessons/robots.txt')).toMatchObject({ status: 200 });
});

test.each(['/', '/lessons'])('under a base path %s redirects to it', async (path) => {
  const { status, headers } = await ask(siteUnderBase, path);
  expect(status).toBe(302);
  expect(headers.location).toBe('/lessons/');
});

test('under a base path a missing slash is added below it', async () => {
  expect((await ask(siteUnderBase, '/lessons/search')).headers.location).toBe('/lessons/search/');
});

test.each(['/search/', '/robots.txt', '/lessons-learned/'])(
  'under a base path %s is not part of the site',
  async (path) => {
    expect(await ask(siteUnderBase, path)).toMatchObject({
      status: 404,
      body: files['dist/404.html'],
    });
  },
);
