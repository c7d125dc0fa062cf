import { resolve } from 'node:path';
import { contentDir } from '../environment.js';
import { readCollection } from '../loader/load.ts';
import { formatNotes } from '../import/export-notes.ts';
import { command, refusePositionals } from './arguments.ts';
import { printProblems } from './content.ts';

const usage = `Usage: npm run --silent export -- [--from DIR] [--leading-newline] [--no-final-newline]

Prints a collection as plain-text notes. Without --silent, npm prints lines of its own before them.

  --from DIR           the content folder; CONTENT_DIR, or content, unless given
  --leading-newline    begin with an empty line
  --no-final-newline   end without a newline
  --help               this text
`;

const options = {
  from: { type: 'string' },
  'leading-newline': { type: 'boolean', default: false },
  'final-newline': { type: 'boolean', default: true },
} as const;

await command(usage, options, (values, positionals) => {
  refusePositionals(positionals);
  const folder = values.from ? resolve(values.from) : contentDir();
  const { collection, problems } = readCollection(folder);
  if (!collection) {
    printProblems(folder, problems);
    return false;
  }
  const notes = formatNotes(collection, {
    leadingNewline: values['leading-newline'],
    finalNewline: values['final-newline'],
  });
  for (const { severity, message } of notes.problems) console.error(`${severity}: ${message}`);
  if (notes.text === undefined) return false;
  process.stdout.write(notes.text);
  return true;
});
