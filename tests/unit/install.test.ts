import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { install } from '../../src/cli/install.mjs';

let root: string;

// The fake npm is a shell script.
describe.skipIf(process.platform === 'win32')('install', () => {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'quote-browser-install-'));
    await writeFile(join(root, 'package-lock.json'), '{}');
    await npmDoes('mkdir -p node_modules');
    vi.stubEnv('PATH', `${root}${delimiter}${process.env['PATH']}`);
    vi.spyOn(console, 'log').mockReturnValue();
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(root, { recursive: true });
  });

  async function npmDoes(command: string) {
    await writeFile(join(root, 'npm'), `#!/bin/sh\necho "$1" >> calls\n${command}\n`);
    await chmod(join(root, 'npm'), 0o755);
  }

  async function npmCalls(): Promise<string[]> {
    return (await readFile(join(root, 'calls'), 'utf8')).trim().split('\n');
  }

  test('the first run installs from the lockfile', async () => {
    await install(root);
    expect(await npmCalls()).toEqual(['ci']);
  });

  test('a second run installs nothing', async () => {
    await install(root);
    await install(root);
    expect(await npmCalls()).toEqual(['ci']);
  });

  test('a changed lockfile is installed', async () => {
    await install(root);
    await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion": 3}');
    await install(root);
    expect(await npmCalls()).toEqual(['ci', 'ci']);
  });

  test('a deleted node_modules is installed again', async () => {
    await install(root);
    await rm(join(root, 'node_modules'), { recursive: true });
    await install(root);
    expect(await npmCalls()).toEqual(['ci', 'ci']);
  });

  test('a failed install is reported and tried again the next time', async () => {
    await npmDoes('mkdir -p node_modules; exit 7');
    await expect(install(root)).rejects.toThrow('npm ci failed with exit code 7');
    await npmDoes('mkdir -p node_modules');
    await install(root);
    expect(await npmCalls()).toEqual(['ci', 'ci']);
  });
});
