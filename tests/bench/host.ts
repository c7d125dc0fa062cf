import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, createBrotliCompress } from 'node:zlib';
import { createSiteServer } from '../../src/cli/server.ts';

export interface Host {
  origin: string;
  close: () => void;
}

const text = /^(?:text|image\/svg|application\/(?:json|manifest|xml))/u;

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** Starts the project's server on a free port, behind a proxy that compresses like a host. */
export async function hostCompressed(root: string, base = '/'): Promise<Host> {
  const site = createSiteServer({ root, base });
  const sitePort = await portOf(site);
  const front = createServer((request, response) => {
    const { url: path, method, headers } = request;
    const upstream = ask({ host: '127.0.0.1', port: sitePort, path, method, headers }, (answer) => {
      const { statusCode: status = 500 } = answer;
      const takesBrotli = /\bbr\b/u.test(String(headers['accept-encoding']));
      if (!takesBrotli || !text.test(answer.headers['content-type'] ?? '')) {
        answer.pipe(response.writeHead(status, answer.headers));
        return;
      }
      delete answer.headers['content-length'];
      const added = { 'content-encoding': 'br', vary: 'Accept-Encoding' };
      response.writeHead(status, { ...answer.headers, ...added });
      // The level of hosts that compress each response.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
      answer.pipe(createBrotliCompress({ params })).pipe(response);
    });
    upstream.once('error', () => response.destroy());
    upstream.end();
  });
  const port = await portOf(front);
  return {
    origin: `http://localhost:${port}`,
    close: () => [front, site].forEach(stop),
  };
}
