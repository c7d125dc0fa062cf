import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { basePath, port as givenPort } from '../environment.js';
import { onParentGone } from './child.mjs';
import { projectRoot } from './install.mjs';
import { createSiteServer } from './server.ts';

const PORT = givenPort();
const base = basePath();
const root = join(projectRoot, 'dist');
const defaultPort = 4321;
const portsToTry = 21;

try {
  const { port, servers } = await serve();
  console.log(`http://localhost:${port}${base}`);

  const stop = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  onParentGone(stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function serve(): Promise<{ port: number; servers: Server[] }> {
  if (!existsSync(root)) throw new Error('dist/ is missing: run npm run build');
  const first = Number(PORT || defaultPort);
  if (!Number.isInteger(first) || first <= 0 || first >= 65_536)
    throw new Error(`PORT must be a whole number from 1 to 65535, not ${PORT}`);
  const end = first + (PORT ? 1 : portsToTry);
  for (let port = first; port < end; port++) {
    const servers = await listen(port);
    if (servers !== undefined) return { port, servers };
    console.log(`Port ${port} is in use.`);
  }
  throw new Error(`Stop the other program or choose another port: PORT=${end} npm start`);
}

/** Starts a server on each loopback address. Returns undefined if the port is taken. */
async function listen(port: number): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  for (const host of ['127.0.0.1', '::1']) {
    const server = createSiteServer({ root, base });
    try {
      await once(server.listen({ port, host }), 'listening');
      servers.push(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue;
      for (const opened of servers) opened.close();
      if (code === 'EADDRINUSE') return undefined;
      throw error;
    }
  }
  return servers;
}
