import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from './diagnostic.ts';
import type { Position } from './position.ts';
import { readUtf8File } from './read-utf8.ts';

/** A ledger's file: its text and value, and where its keys are. */
export interface JsonFile {
  text: string;
  json: unknown;
  at: (key: string) => Position | undefined;
}

/** Reads a ledger of a content folder: nothing where there is none, a problem where it is no JSON. */
export function readJsonFile(folder: string, file: string): JsonFile | Diagnostic | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const problem = { severity: 'error', file } as const;
  const read = readUtf8File(path);
  if (!('text' in read)) return { ...problem, ...read };
  const { text } = read;
  try {
    const json: unknown = JSON.parse(text);
    const places = placesOfKeys(text);
    return { text, json, at: (key) => places.get(JSON.stringify(key)) };
  } catch {
    const hint =
      'Correct it, or take it back from version control: it contains every published address.';
    return { ...problem, rule: 'ledger-syntax', message: 'is not valid JSON.', hint };
  }
}

/** The positions of the keys of JSON, by the key with its quotation marks. */
function placesOfKeys(text: string): Map<string, Position> {
  const places = new Map<string, Position>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const { 1: key, index: before } of line.matchAll(/("(?:[^"\\]|\\.)*")\s*:/gu)) {
      if (!places.has(key!)) places.set(key!, { line: index + 1, column: before + 1 });
    }
  }
  return places;
}
