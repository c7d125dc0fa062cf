import type { z } from 'astro/zod';
import { visit } from 'jsonc-parser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderReporter, Position } from './diagnostic.ts';
import { readUtf8File } from './read-files.ts';
import type { RuleId } from './rules.ts';

export interface JsonFile<Data> {
  /** Absent if the file is missing or has a problem. */
  data?: Data | undefined;
  /** The members without problems; absent if the file is not an object. */
  validMembers?: Record<string, unknown>;
  /** Returns the position of a key, if it exists. */
  at: (...path: string[]) => Position | undefined;
}

/** Reads a JSON file of a content folder. A missing file is not a problem. */
export function readJsonFile<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  rule: RuleId,
  reportIn: FolderReporter,
): JsonFile<z.output<Schema>> {
  const positions = new Map<string, Position>();
  const at = (...path: string[]) => positions.get(JSON.stringify(path));
  const path = join(folder, file);
  if (!existsSync(path)) return { at };
  const report = reportIn(file);
  const text = readUtf8File(path, report);
  if (text === undefined) return { at };
  const hint = 'Correct it, or restore it from version control.';
  let json: object;
  try {
    json = JSON.parse(text) as object;
  } catch {
    report('ledger-syntax', 'is not valid JSON.', `${hint} It contains every published address.`);
    return { at };
  }
  const invalidKeys = new Set<PropertyKey | undefined>();
  const reject = (path: PropertyKey[], message: string, hint: string) => {
    const keys = path.map(String);
    const position = keys.map((_, index) => at(...keys.slice(0, index + 1))).findLast(Boolean);
    const field = keys.length > 0 ? keys.join('.') : undefined;
    report(rule, message, hint, { ...position, field });
    invalidKeys.add(path[0]);
  };
  // JSON.parse silently drops all but the last of equal keys, and Zod drops `__proto__`.
  const ignoredKeys: [path: string[], message: string][] = [];
  visit(text, {
    onObjectProperty(name, _offset, _length, line, column, pathOf) {
      const path = [...pathOf().map(String), name];
      if (at(...path)) ignoredKeys.push([path, 'is written twice.']);
      if (name === '__proto__') ignoredKeys.push([path, 'cannot be a name.']);
      positions.set(JSON.stringify(path), { line: line + 1, column: column + 1 });
    },
  });
  const { error, data } = schema.safeParse(json);
  for (const { path, message } of error?.issues ?? []) reject(path, message, hint);
  for (const [path, message] of ignoredKeys) reject(path, message, 'Remove it.');
  if (invalidKeys.has(undefined)) return { at };
  const validMembers = Object.fromEntries(
    Object.entries(json).filter(([key]) => !invalidKeys.has(key)),
  );
  return { data: invalidKeys.size === 0 ? data : undefined, validMembers, at };
}
