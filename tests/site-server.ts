import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../src/cli/server.ts';
import { base } from './site-urls.ts';

/** A served site whose network can be slow, fail or be offline. */
export interface Site {
  root: string;
  address: string;
  /** Whether the server is reachable. */
  isOnline: boolean;
  /** Milliseconds before each response. */
  delay: number;
  /** Paths that are answered with an error. */
  failing: RegExp | undefined;
  /** All requested paths. */
  requests: string[];
  /** Responses with a status of 400 or more. */
  failed: string[];
  /** Called for each request. */
  onRequest?: ((path: string) => void) | undefined;
  /** Without it nothing is precached, which would load all pages during a test. */
  hasServiceWorker: boolean;
  /** Headers that are added to every response. */
  headers: Record<string, string>;
  close: () => void;
}

/** Serves a built site on a free port, which makes it a separate origin. */
export async function openSite(root: string): Promise<Site> {
  const files = createSiteServer({ root, base });
  const server = createServer((request, response) => {
    const path = request.url!;
    site.requests.push(path);
    site.onRequest?.(path);
    response.on('finish', () => {
      if (response.statusCode >= 400) site.failed.push(`${response.statusCode} ${path}`);
    });
    for (const [name, value] of Object.entries(site.headers)) response.appendHeader(name, value);
    if (!site.isOnline) request.socket.destroy();
    else if (!site.hasServiceWorker && path.endsWith('/sw.js')) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end();
    } else if (site.failing?.test(path)) response.writeHead(503).end();
    else setTimeout(() => files.emit('request', request, response), site.delay);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    root,
    address: `http://localhost:${port}${base}`,
    isOnline: true,
    delay: 0,
    failing: undefined,
    requests: [],
    failed: [],
    hasServiceWorker: true,
    headers: {},
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return site;
}
