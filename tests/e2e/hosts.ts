import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSiteServer } from '../../src/cli/server.ts';
import { freePort } from '../engines/process.ts';
import { base } from '../site-urls.ts';

/** A host that has been started. */
export interface Running {
  origin: string;
  stop: () => Promise<unknown> | void;
}

/** Starts a host with the built site, in an empty folder. Resolves to undefined if not installed. */
export type Host = (folder: string, dist: string) => Promise<Running | undefined>;

const snippet = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../.github/hosting', name), 'utf8');

const isInstalled = (command: string): boolean => {
  const { status } = spawnSync('sh', ['-c', `command -v ${command}`]);
  return status === 0;
};

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const opened = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return opened;
}

/** Creates a document root that contains the site at its base path. */
function rootOf(folder: string, dist: string): string {
  const root = join(folder, 'root');
  // A copy, because a server that drops root privileges may not read the project's folder.
  cpSync(dist, join(root, base), { recursive: true });
  return root;
}

/** Adapts a snippet as its users do: port, folder, and path of the site. */
function adapt(name: string, port: number, root: string): string {
  return snippet(name)
    .replaceAll('8080', String(port))
    .replaceAll('/srv/quotes', root)
    .replaceAll('/404.html', `${base}404.html`);
}

/** Runs a server until it is stopped. If it does not start, the error contains its output. */
async function serve(port: number, command: string, args: string[], home: string) {
  const child = spawn(command, args, { env: { ...process.env, HOME: home } });
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  for (let tries = 0; !(await isOpen(port)); tries++) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`${command}: ${output}`);
    await wait(50);
  }
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      child.kill();
      return once(child, 'exit');
    },
  };
}

const nginx: Host = async (folder, dist) => {
  if (!isInstalled('nginx')) return undefined;
  const port = await freePort();
  writeFileSync(join(folder, 'site.conf'), adapt('nginx.conf', port, rootOf(folder, dist)));
  const config = join(folder, 'nginx.conf');
  const tempPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr;
     events {} http { access_log off;
     ${tempPaths.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
     include ${folder}/site.conf; }`,
  );
  return serve(port, 'nginx', ['-e', 'stderr', '-c', config], folder);
};

const caddy: Host = async (folder, dist) => {
  if (!isInstalled('caddy')) return undefined;
  const port = await freePort();
  const config = join(folder, 'Caddyfile');
  const site = adapt('Caddyfile', port, rootOf(folder, dist));
  writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  return serve(port, 'caddy', ['run', '--adapter', 'caddyfile', '--config', config], folder);
};

const apacheModules = '/usr/lib/apache2/modules';

const apache: Host = async (folder, dist) => {
  if (!isInstalled('apache2')) return undefined;
  const port = await freePort();
  // Apache drops root privileges, and must still read this folder.
  chmodSync(folder, 0o755);
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'alias'];
  const root = rootOf(folder, dist);
  const config = join(folder, 'apache.conf');
  writeFileSync(
    config,
    `${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
TypesConfig /dev/null
Listen ${port}
User www-data
Group www-data
DocumentRoot ${root}
DirectoryIndex index.html
<Directory />
Options FollowSymLinks
</Directory>
<Directory ${root}>
AllowOverride All
Require all granted
</Directory>
`,
  );
  writeFileSync(join(root, base, '.htaccess'), adapt('htaccess', port, root));
  return serve(port, 'apache2', ['-X', '-f', config], folder);
};

/** Behaves like GitHub Pages: no custom headers, redirects to the trailing slash, the 404 page. */
const pages: Host = async (folder, dist) => {
  const bare = join(folder, 'bare');
  cpSync(dist, bare, { recursive: true });
  for (const name of globSync('**/_{gone,headers,redirects}', { cwd: bare })) {
    rmSync(join(bare, name));
  }
  const server = createSiteServer({ root: bare, base }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, stop: () => void server.close() };
};

/** Replaces `aws s3 cp` for the script: copies files, and records the headers to send. */
const aws = `#!/usr/bin/env node
const { copyFileSync, globSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const [, , from, to, ...options] = process.argv.slice(2);
const option = (name) => options[options.indexOf(name) + 1];
const target = join(process.env.STORE, to.replace('s3://bucket/', ''));
const pattern = option('--include').replace('*', '**/*');
for (const name of globSync(pattern, { cwd: from })) {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  copyFileSync(join(from, name), join(target, name));
  const sent = { 'Content-Type': option('--content-type'), 'Cache-Control': option('--cache-control') };
  writeFileSync(join(target, name + '.sent'), JSON.stringify(sent));
}
`;

/** Behaves like S3 with website hosting: index and error documents, redirects to the slash. */
const bucket: Host = async (folder, dist) => {
  const store = join(folder, 'store');
  mkdirSync(store);
  writeFileSync(join(folder, 'aws'), aws);
  chmodSync(join(folder, 'aws'), 0o755);
  writeFileSync(join(folder, 'bucket.sh'), snippet('bucket.sh'));
  symlinkSync(dist, join(folder, 'dist'));
  const { status, stderr } = spawnSync('sh', ['bucket.sh', `bucket${base}`.replace(/\/$/u, '')], {
    cwd: folder,
    env: { ...process.env, STORE: store, PATH: `${folder}:${process.env['PATH']}` },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const key = join(store, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
    const isObject = (path: string) => existsSync(`${path}.sent`);
    if (isObject(key)) {
      const sent = JSON.parse(readFileSync(`${key}.sent`, 'utf8')) as Record<string, string>;
      response.writeHead(200, sent).end(readFileSync(key));
    } else if (isObject(join(key, 'index.html'))) {
      response.writeHead(302, { Location: `${pathname}/` }).end();
    } else {
      const page = readFileSync(join(store, base, '404.html'));
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, stop: () => void server.close() };
};

/** Servers that send our headers. */
export const servers: Record<string, Host> = { nginx, caddy, apache };

/** Hosts that serve the files without our configuration. */
export const stores: Record<string, Host> = { 'GitHub Pages': pages, 'a store like S3': bucket };
