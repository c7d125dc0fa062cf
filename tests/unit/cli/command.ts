import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Command } from '../../../src/cli/arguments.ts';
import { temporaryFolder } from '../folders.ts';

/** Runs a command of the project in a process. */
export function run(command: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('src/cli', `${command}.ts`), ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } },
  );
  return { status, stdout, stderr };
}

/** Runs a command in this process, which is faster than `run`, and returns its output. */
export async function runHere(command: Command, args: string[], env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const printed = { stdout: '', stderr: '' };
  const write = (stream: keyof typeof printed) => (text: unknown) => {
    printed[stream] += String(text);
    return true;
  };
  const log = (stream: keyof typeof printed) => (text: unknown) => {
    printed[stream] += `${String(text)}\n`;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write('stdout')),
    vi.spyOn(process.stderr, 'write').mockImplementation(write('stderr')),
    vi.spyOn(console, 'log').mockImplementation(log('stdout')),
    vi.spyOn(console, 'error').mockImplementation(log('stderr')),
  ];
  try {
    const status = await command(args);
    // Signal handlers are removed on the next turn of the event loop.
    await new Promise((done) => setImmediate(done));
    return { status, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** Writes notes to a temporary folder; `to` is a path next to them. */
export function notes(content: string | Uint8Array) {
  const folder = temporaryFolder();
  const file = join(folder, 'notes.txt');
  writeFileSync(file, content);
  return { folder, file, to: join(folder, 'made', 'here') };
}

export const clean = 'Notes from Ada\nHello.\nPart 1: One\n- On x: "Text." — Source: S\n';
