import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../src/cli/server.ts';
import { base } from './site-urls.ts';

/** A served site whose network may change, fail and go away. */
export interface Site {
  root: string;
  address: string;
  /** Whether the network is there. */
  up: boolean;
  /** Milliseconds before each answer. */
  delay: number;
  /** What is answered with an error. */
  failing: RegExp | undefined;
  /** Everything that was asked for. */
  asked: string[];
  /** What was answered with a status of 400 and above. */
  failed: string[];
  /** What happens on the other side once something is asked for. */
  onAsked?: ((path: string) => void) | undefined;
  /** Without it nothing is kept for offline, which would load all pages beside what is tested. */
  hasServiceWorker: boolean;
  /** Headers of every answer besides its own. */
  headers: Record<string, string>;
  close: () => void;
}

/** Serves a built site on a free port, as an origin of its own. */
export async function openSite(root: string): Promise<Site> {
  const files = createSiteServer({ root, base });
  const server = createServer((request, response) => {
    const path = request.url!;
    site.asked.push(path);
    site.onAsked?.(path);
    response.on('finish', () => {
      if (response.statusCode >= 400) site.failed.push(`${response.statusCode} ${path}`);
    });
    for (const [name, value] of Object.entries(site.headers)) response.appendHeader(name, value);
    if (!site.up) request.socket.destroy();
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
    up: true,
    delay: 0,
    failing: undefined,
    asked: [],
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
