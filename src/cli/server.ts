import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { headersOf } from '../build/headers.ts';

// The content types that hosts send for text files. Without a charset some clients guess.
const textTypes = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain'],
  ['.webmanifest', 'application/manifest+json'],
  ['.xml', 'application/xml'],
]);

// Hosts that support these files do not serve them.
const hostFiles = /\/_(?:gone|headers|redirects)$/u;

/**
 * Creates a server, not yet listening, that serves a built site like a static host. The base begins
 * and ends with a slash.
 */
export function createSiteServer({ root, base = '/' }: { root: string; base?: string }): Server {
  // Paths of requests are percent-encoded.
  const prefix = new URL(base, 'http://localhost').pathname;
  const files = sirv(root, {
    // Reads from disk for each request, so that a new build is served at once.
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, pathname) => {
      const type = textTypes.get(extname(pathname));
      if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`);
    },
  });

  return createServer((request, response) => {
    const notFound = () => sendPage(response, 404, fileAt(root, '404.html'));
    const { pathname, search } = address(request);
    const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length - 1) : undefined;
    // A site without this file has no headers for its host.
    if (fileAt(root, '_headers')) response.setHeaders(new Headers(headersOf(path ?? '/')));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (path === undefined) {
      const isAbove = pathname === '/' || `${pathname}/` === prefix;
      return isAbove ? redirect(response, 302, prefix + search) : notFound();
    }
    if (hostFiles.test(path)) return notFound();
    if (fileAt(root, `${path}_gone`))
      return sendPage(response, 410, fileAt(root, `${path}index.html`));
    request.url = path.endsWith('/') ? `${path}index.html` : path;
    files(request, response, () => {
      const isPage = !path.endsWith('/') && fileAt(root, `${path}/index.html`);
      if (isPage) redirect(response, 301, `${pathname}/${search}`);
      else notFound();
    });
  });
}

function address(request: IncomingMessage): { pathname: string; search: string } {
  const target = `http://localhost${request.url ?? '/'}`;
  const { pathname, search } = URL.parse(target) ?? { pathname: '', search: '' };
  // A redirect to `//name/` would lead to another host.
  return { pathname: pathname.replace(/^\/+/, '/'), search };
}

function fileAt(root: string, path: string): string | undefined {
  try {
    const file = join(root, decodeURI(path));
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, { 'Cache-Control': 'no-cache', Location: location }).end();
}

function sendPage(response: ServerResponse, status: 404 | 410, file: string | undefined): void {
  const page = file ? readFileSync(file) : Buffer.from('Not found');
  response.writeHead(status, {
    'Cache-Control': 'no-cache',
    'Content-Length': page.length,
    'Content-Type': `text/${file ? 'html' : 'plain'}; charset=utf-8`,
  });
  response.end(page);
}
