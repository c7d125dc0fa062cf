import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { aboutSchema } from '../collection/schema.ts';
import { notesToFiles, personIn } from '../notes/files.ts';
import { parseNotes, type Notes } from '../notes/parse.ts';
import { formatNoteProblem } from '../notes/problem.ts';
import { command, UsageError } from './arguments.ts';
import { counted, createFolder, stateOf } from './content.ts';

const usage = `Usage: npm run import -- NOTES.txt --to DIR [--person NAME] [--lang TAG]

Turns plain-text notes into a collection: DIR/collection.yaml, DIR/quotes/*.md and
DIR/permalinks.json. With any error in the notes, nothing is written.

  --to DIR       the folder to make; one that holds something else is left as it is
  --person NAME  who is quoted; may be left out where the title ends in "from NAME"
  --lang TAG     the language of the quotes (BCP 47); en unless given
  --help         this text
`;

const options = {
  to: { type: 'string' },
  person: { type: 'string' },
  lang: { type: 'string', default: 'en' },
} as const;

command(usage, options, (values, [file, ...others]) => {
  if (file === undefined) throw new UsageError('Name the file of notes to import.');
  if (others.length > 0)
    throw new UsageError(`Import one file at a time: ${others[0]} is a second.`);
  if (!values.to) throw new UsageError('Name the folder to make: --to DIR.');
  for (const name of ['person', 'lang'] as const) {
    const value = aboutSchema.shape[name].optional().safeParse(values[name]);
    if (!value.success) throw new UsageError(`--${name} ${value.error.issues[0]!.message}`);
  }

  const read = readNotes(file, values.person);
  if (!read) {
    console.error(`Nothing was written to ${values.to}.`);
    return false;
  }
  const { notes, person } = read;
  const files = notesToFiles(notes, { person, lang: values.lang });
  const state = stateOf(resolve(values.to), files);
  if (state === 'other') {
    console.error(`${values.to} is there and holds something else: nothing was changed.`);
    console.error('Import into a new folder, or move that one away first.');
    return false;
  }
  if (state === 'free') createFolder(resolve(values.to), files);
  if (!values.person) console.log(`person: ${person}, taken from the title`);
  const quotes = notes.parts.flatMap((part) => part.quotes).length;
  const count = `${counted(quotes, 'quote')} in ${counted(notes.parts.length, 'part')}`;
  console.log(`${count}: ${state === 'free' ? 'written to' : 'nothing changed in'} ${values.to}`);
  return true;
});

function readNotes(file: string, named?: string): { notes: Notes; person: string } | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    console.error(`${file}: ${stats ? 'is not a file' : 'there is no such file'}.`);
    return undefined;
  }
  const { notes, title, problems } = parseNotes(readFileSync(file, 'utf8'));
  const person = named ?? (title && personIn(title.text));
  if (title && person === undefined) {
    const message = 'does not end in "from NAME": say who is quoted with --person NAME';
    problems.unshift({ severity: 'error', line: title.line, subject: 'title', message });
  }
  for (const problem of problems) console.error(formatNoteProblem(file, problem));
  return notes && person !== undefined ? { notes, person } : undefined;
}
