import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteServer } from '../../src/cli/server.ts';
import { searchManifest, searchShards, type SearchData } from '../../src/search/documents.ts';

export interface ServedSite {
  origin: string;
  /** The folder that is served; new files in it are served immediately. */
  root: string;
  /** Replaces the search data of the site. */
  setData: (data: SearchData) => void;
  close: () => void;
}

/** Serves a copy of the built site, whose search data can be replaced. */
export async function serveSite(project: string): Promise<ServedSite> {
  const dist = join(project, 'dist');
  if (!existsSync(dist)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: project });
  const root = mkdtempSync(join(tmpdir(), 'quote-browser-bench-'));
  cpSync(dist, root, { recursive: true });
  const server = createSiteServer({ root });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    root,
    setData: (data) => {
      mkdirSync(join(root, 'search'), { recursive: true });
      writeFileSync(join(root, 'search.json'), JSON.stringify(searchManifest(data)));
      for (const { page: name, items: quotes } of searchShards(data)) {
        writeFileSync(join(root, 'search', `${name}.json`), JSON.stringify(quotes));
      }
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
