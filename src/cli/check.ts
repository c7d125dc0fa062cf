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
    usage: 'npm run check [-- --json] [-- --fix] [-- --rules]',
    about:
      'Reads the content folder (CONTENT_DIR, or content) and prints everything that is wrong with it, one problem a line. Warnings alone are no failure.',
    options: {
      json: {
        about:
          'print the problems as JSON: file, line, column, field, rule, severity, message, hint',
      },
      fix: {
        about:
          'repair what is safe first, and say what: line ends, byte order marks, invisible characters, quotation marks around a whole quote, ids that the ledger lacks; never words',
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
    // In JSON what was done stays out of what a program reads.
    const fixed = values.fix ? fix(folder, values.json ? console.error : console.log) : undefined;
    const loaded = fixed ?? readCollection(folder);
    const { config, entries } = loaded;
    const problems = [...loaded.problems, ...checkBeforePublishing(loaded)];
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    if (values.json) {
      const counts = { folder: shownPath(folder), quotes: entries.length, errors, warnings };
      // What a value must be says all.
      const hinted = problems.map((each) => ({ ...each, hint: each.hint || `It ${each.message}` }));
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

/** Repairs a folder and says what was done; what is left is in the reading. */
function fix(folder: string, log: (line: string) => void): ReturnType<typeof readCollection> {
  let loaded = readCollection(folder);
  if (loaded.problems.some(({ rule }) => rule === 'folder-missing')) return loaded;
  const find = () => findRepairs(loaded, (path) => readFileSync(join(folder, path), 'utf8'));
  let repairs = find();
  if (repairs.length === 0) log('nothing to fix');
  // A file that is repaired may have an id for the ledger.
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
