import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchData } from '../../src/search/documents.ts';
import { seed } from '../unit/search/seed.ts';
import { generate } from './corpus.ts';
import { writeContent } from './generate.ts';
import { table } from './report.ts';
import { measureCommand, type Usage } from './cpu-time.ts';

const here = import.meta.dirname;
const project = join(here, '../..');
const dist = join(project, 'dist');
const caches = join(project, '.cache');

/** A build of one size, in its fastest pass. */
interface Row extends Usage {
  size: number;
  name: string;
  pages: number;
  megabytes: number;
}

interface Build {
  name: string;
  run: () => Promise<Usage>;
  /** The output folder. */
  out: string;
}

function pagesIn(folder: string): Pick<Row, 'pages' | 'megabytes'> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = names.filter((name) => name.endsWith('.html'));
  const bytes = pages.map((name) => statSync(join(folder, name)).size);
  return { pages: pages.length, megabytes: bytes.reduce((a, b) => a + b, 0) / 1e6 };
}

/**
 * Returns what a peer needs to build our pages: the collection, and everything around the main
 * content of a page, so that it writes as many bytes.
 */
function siteData({ quotes }: SearchData): object {
  const html = readFileSync(join(dist, 'quotes', quotes[0]!.id, 'index.html'), 'utf8');
  const [, head, rest, foot] = /^(.*?)<title>.*?<\/title>(.*?<main [^>]*>).*(<\/main>.*)$/su.exec(
    html,
  )!;
  const title = `${quotes.length} generated quotes`;
  const site = 'http://localhost:4321';
  return {
    title,
    person: 'Nobody',
    lang: 'en',
    introduction: 'Generated.',
    site,
    head,
    rest,
    foot,
  };
}

function buildsOf(root: string, data: SearchData, outputs: string): Build[] {
  const content = join(root, 'content');
  const [quotes, edited] = [
    join(content, 'quotes'),
    join(content, 'quotes', `${data.quotes[0]!.id}.md`),
  ];
  const existing = existsSync(caches) ? readdirSync(caches) : [];
  const clearNewCaches = () => {
    if (!existsSync(caches)) return;
    for (const name of readdirSync(caches)) {
      if (!existing.includes(name)) rmSync(join(caches, name), { recursive: true });
    }
  };
  const ours = () =>
    measureCommand(process.execPath, ['src/cli/build.ts'], {
      cwd: project,
      env: { CONTENT_DIR: content, OUTPUTS: outputs, BASE_PATH: '', SITE_URL: '' },
    });
  const peer = (name: string, dataFolder: string) => {
    const folder = join(root, name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(here, 'peers', name), folder, { recursive: true });
    mkdirSync(join(folder, dataFolder));
    writeFileSync(join(folder, dataFolder, 'site.json'), JSON.stringify(siteData(data)));
    return folder;
  };
  const builds: Build[] = [
    {
      name: 'ours',
      out: dist,
      run: async () => {
        clearNewCaches();
        return ours();
      },
    },
    {
      name: 'edited',
      out: dist,
      run: async () => {
        const before = readFileSync(edited, 'utf8');
        writeFileSync(edited, before.replace(/\.\n$/u, ', edited.\n'));
        const usage = await ours();
        writeFileSync(edited, before);
        clearNewCaches();
        return usage;
      },
    },
    {
      name: 'eleventy',
      out: join(root, 'eleventy/_site'),
      run: async () => {
        const folder = peer('eleventy', '_data');
        for (const name of readdirSync(quotes)) {
          cpSync(join(quotes, name), join(folder, 'quotes', name));
        }
        const command = join(here, 'node_modules/@11ty/eleventy/cmd.cjs');
        return measureCommand(process.execPath, [command, '--quiet'], { cwd: folder });
      },
    },
  ];
  if (hugoVersion()) {
    builds.push({
      name: 'hugo',
      out: join(root, 'hugo/public'),
      run: async () => {
        const folder = peer('hugo', 'data');
        mkdirSync(join(folder, 'content'));
        symlinkSync(quotes, join(folder, 'content/quotes'));
        return measureCommand('hugo', ['--quiet'], { cwd: folder });
      },
    });
  }
  const baseline = join(root, 'baseline');
  builds.push({
    name: 'baseline',
    out: baseline,
    run: async () => {
      rmSync(baseline, { recursive: true, force: true });
      const script = join(here, 'write-baseline.ts');
      return measureCommand(process.execPath, [script, dist, baseline], { cwd: root });
    },
  });
  return builds;
}

function hugoVersion(): string | undefined {
  try {
    return /v[\d.]+/u.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[0];
  } catch {
    return undefined;
  }
}

function versionOf(name: string, folder: string): string {
  const path = join(folder, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** Runs the builds of a size in turn, several times, and returns the fastest run of each. */
async function measure(
  size: number,
  { passes, outputs, only }: { passes: number; outputs: string; only?: string },
): Promise<Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'quote-browser-bench-'));
  const data = size === 75 ? seed() : generate(size, seed());
  const fastest = new Map<string, Row>();
  try {
    writeContent(join(root, 'content'), data);
    const builds = buildsOf(root, data, outputs).filter(
      ({ name }) => !only || only.split(',').includes(name),
    );
    for (let pass = 1; pass <= passes; pass++) {
      for (const { name, run, out } of builds) {
        console.error(`${size} quotes, ${name}, ${pass} of ${passes} …`);
        const usage = await run();
        const best = fastest.get(name);
        if (!best || usage.cpu < best.cpu) {
          fastest.set(name, { size, name, ...pagesIn(out), ...usage });
        }
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
    // It could be mistaken for the site.
    rmSync(dist, { recursive: true, force: true });
  }
  return [...fastest.values()];
}

const grouped = (number: number, digits = 0) =>
  number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function asMarkdown(rows: Row[], machine: string): string {
  const against = ({ size, cpu }: Row) => {
    const eleventy = rows.find((row) => row.size === size && row.name === 'eleventy');
    return eleventy ? grouped(cpu / eleventy.cpu, 2) : '–';
  };
  const head = [
    'Quotes',
    'Build',
    'pages',
    'MB of pages',
    'CPU s',
    'against eleventy',
    'peak MB',
    'wall s',
  ];
  const body = rows.map((row) => [
    grouped(row.size),
    row.name,
    grouped(row.pages),
    grouped(row.megabytes),
    grouped(row.cpu, 1),
    against(row),
    grouped(row.peak),
    grouped(row.wall, 1),
  ]);
  return `${table(head, body)}\n\n${machine}`;
}

/** Builds generated collections with our build and its peers; prints a table. Deletes `dist/`. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '75,1000,10000' },
      passes: { type: 'string', default: '1' },
      outputs: { type: 'string', default: 'pages' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const rows: Row[] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    rows.push(...(await measure(size, { ...values, passes: Number(values.passes) })));
  }
  const versions = {
    node: process.versions.node,
    astro: versionOf('astro', project),
    eleventy: versionOf('@11ty/eleventy', here),
    hugo: hugoVersion() ?? 'none',
  };
  const tools = Object.entries(versions)
    .map((pair) => pair.join(' '))
    .join(', ');
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; ${tools}; least of ${values.passes}, OUTPUTS=${values.outputs}.`;
  console.log(values.json ? JSON.stringify({ rows, machine }, null, 2) : asMarkdown(rows, machine));
}
