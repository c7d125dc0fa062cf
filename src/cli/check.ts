import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../environment.js';
import { checkBeforePublishing } from '../loader/sample.ts';
import { readCollection } from '../loader/load.ts';
import { rulesTable } from '../loader/rules.ts';
import { findRepairs } from '../loader/auto-fix.ts';
import { defineCommand } from './arguments.ts';
import { changeFolder, pluralize, printProblems, shownPath, sizeOf } from './content.ts';

export const checkCommand = defineCommand(
  {
    usage: 'npm run check [-- options]',
    about:
      'Checks the content folder (CONTENT_DIR, or content) and prints one problem per line. Fails if there is an error; warnings alone do not fail.',
    options: {
      json: {
        about:
          'print the problems as JSON: file, line, column, field, rule, severity, message, hint',
      },
      fix: {
        about:
          'first make safe repairs and list them: line endings, byte order marks, invisible characters, quotation marks around a whole quote, ids missing from the ledger; never words',
      },
      rules: { about: 'print the rules as a Markdown table' },
    },
  },
  (values) => {
    if (values.rules) {
      process.stdout.write(rulesTable());
      return true;
    }
    const folder = contentDir();
    // With --json, stdout contains only JSON.
    const fixed = values.fix ? fix(folder, values.json ? console.error : console.log) : undefined;
    const loaded = fixed ?? readCollection(folder);
    const { config, entries } = loaded;
    const problems = [...loaded.problems, ...checkBeforePublishing(loaded)];
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    if (values.json) {
      const counts = { folder: shownPath(folder), quotes: entries.length, errors, warnings };
      // A message that says what a value must be needs no hint, but programs expect one.
      const hinted = problems.map((item) => ({ ...item, hint: item.hint || `It ${item.message}` }));
      console.log(JSON.stringify({ ...counts, problems: hinted }, null, 2));
      return errors === 0;
    }
    printProblems(folder, problems);
    const found = [
      errors > 0 && pluralize(errors, 'error'),
      warnings > 0 && pluralize(warnings, 'warning'),
    ].filter(Boolean);
    const size = sizeOf({ quotes: entries, parts: config?.parts ?? [] });
    console.log(`${size}: ${found.join(', ') || 'no problems'}`);
    return errors === 0;
  },
);

if (import.meta.main) process.exitCode = await checkCommand();

/** Repairs a folder, logs what was done, and returns the folder loaded again. */
function fix(folder: string, log: (line: string) => void): ReturnType<typeof readCollection> {
  let loaded = readCollection(folder);
  if (loaded.problems.some(({ rule }) => rule === 'folder-missing')) return loaded;
  const find = () => findRepairs(loaded, (path) => readFileSync(join(folder, path), 'utf8'));
  let repairs = find();
  if (repairs.length === 0) log('nothing to fix');
  // A repaired file may add an id to the ledger.
  while (repairs.length > 0) {
    changeFolder(folder, repairs, () => []);
    for (const { path, done } of repairs) {
      log(`fixed ${shownPath(join(folder, path))}: ${done.join(', ')}`);
    }
    loaded = readCollection(folder);
    repairs = find();
  }
  return loaded;
}
