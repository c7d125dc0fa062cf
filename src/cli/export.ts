import { resolve } from 'node:path';
import { contentDir } from '../environment.js';
import { UserError } from '../loader/diagnostic.ts';
import { formatNotes } from '../import/export-notes.ts';
import { defineCommand } from './arguments.ts';
import { loadValid } from './content.ts';

export const exportCommand = defineCommand(
  {
    usage: 'npm run --silent export -- [options]',
    about:
      'Prints a collection as plain-text notes. Without --silent, npm prints its own lines before them.',
    options: {
      from: { value: 'DIR', about: 'the content folder; by default CONTENT_DIR, or content' },
      'leading-newline': { about: 'start with an empty line' },
      'no-final-newline': { about: 'end without a newline' },
    },
  },
  (values) => {
    const folder = values.from ? resolve(values.from) : contentDir();
    const refusal = 'Nothing was exported. Correct the collection first.';
    const notes = formatNotes(loadValid(folder, refusal).collection);
    for (const message of notes.errors) console.error(`error: ${message}`);
    for (const message of notes.warnings) console.error(`warning: ${message}`);
    if (notes.text === undefined) throw new UserError('Nothing was exported.');
    const [before, isOpen] = [values['leading-newline'], values['no-final-newline']];
    process.stdout.write(`${before ? '\n' : ''}${notes.text}${isOpen ? '' : '\n'}`);
  },
);

if (import.meta.main) process.exitCode = await exportCommand();
