import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../folders.ts';

/** Runs a command of the project to its end. */
export function run(command: string, args: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('src/cli', `${command}.ts`), ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } },
  );
  return { status, stdout, stderr };
}

/** Writes notes to a folder of their own; `to` is a place beside them. */
export function notes(content: string | Uint8Array) {
  const folder = temporaryFolder();
  const file = join(folder, 'notes.txt');
  writeFileSync(file, content);
  return { folder, file, to: join(folder, 'made', 'here') };
}

export const clean = 'Notes from Ada\nHello.\nPart 1: One\n- On x: "Text." — Source: S\n';
