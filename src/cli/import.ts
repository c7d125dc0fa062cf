import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findForbidden } from '../text/forbidden-characters.ts';
import { IMPORTED_FILE, readCollection, type LoadResult } from '../loader/load.ts';
import { aboutSchema } from '../loader/schema.ts';
import { formatDiff } from '../import/diff.ts';
import { newFiles } from '../import/write.ts';
import { formatImported, readImported } from '../import/import-state.ts';
import type { Incoming } from '../import/import-data.ts';
import { takeNotes, takeTable, type Said } from '../import/read-source.ts';
import { planUpdate, type Plan } from '../import/plan.ts';
import { formatNoteProblem } from '../import/problem.ts';
import { command, UsageError } from './arguments.ts';
import {
  changeFolder,
  pluralize,
  createFolder,
  printProblems,
  shownPath,
  stateOf,
} from './content.ts';

const usage = `Usage: npm run import -- FILE --to DIR [options]

Turns plain-text notes, or a table of quotes (.csv, .tsv), into a collection: DIR/collection.yaml,
DIR/quotes/*.md and DIR/permalinks.json. With any error in FILE, nothing is written.

If DIR holds a collection, its quotes are found again by their text, or by theme and part. They keep
their ids and whatever else was added to them; quotes that FILE lacks stay. New quotes, parts and
fields are added, and running text that has changed in FILE is changed in DIR; each file that gets
another text is named. DIR/imported.json tells it from text that was corrected in DIR, which stays.
All else stays as DIR has it, and what FILE says instead is listed: titles, parts, themes, sources,
order, and a text that is corrected, verified or set in type by hand.

  --to DIR             the folder to make or to change
  --dry-run            show what would be written as a diff, and write nothing
  --update             take the text of FILE where nothing tells who changed it, as DIR was imported
                       by an older version or by hand
  --overwrite          take from FILE what is listed, too
  --person NAME        who is quoted; unless given, the NAME of a title that ends in "from NAME",
                       or with a warning the end or all of another title
  --lang TAG           the language of the quotes (BCP 47); en unless given
  --title TEXT         of a new collection made of a table
  --introduction TEXT  of a new collection made of a table
  --part N             the part of the quotes in a table that name none
  --part-title N=TEXT  the title of a new part; may be given several times
  --help               this text

A table has the columns part, part title, theme, source, quote (or text), order, url, date, locator,
status, person and lang, or those that Readwise exports: its book is the source and, unless --part
is given, the part; its note is the theme if it is a short line, else the quote's first words are.
`;

const options = {
  to: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  overwrite: { type: 'boolean', default: false },
  person: { type: 'string' },
  lang: { type: 'string' },
  title: { type: 'string' },
  introduction: { type: 'string' },
  part: { type: 'string' },
  'part-title': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Kept quotes that are named one by one. */
const NAMED = 10;

await command(usage, options, (values, [file, ...others]) => {
  if (file === undefined) throw new UsageError('Name the file of notes to import.');
  if (others.length > 0)
    throw new UsageError(`Import one file at a time: ${others[0]} is a second.`);
  if (!values.to) throw new UsageError('Name the folder to make: --to DIR.');
  for (const name of ['person', 'lang', 'title', 'introduction'] as const) {
    const value = aboutSchema.shape[name].optional().safeParse(values[name]);
    if (!value.success) throw new UsageError(`--${name} ${value.error.issues[0]!.message}`);
    const found = findForbidden(values[name] ?? '');
    if (found) throw new UsageError(`--${name} holds ${found.name}: remove it.`);
  }
  const isTable = /\.(?:csv|tsv)$/iu.test(file);
  if (!isTable && (values.title ?? values.introduction ?? values.part) !== undefined) {
    throw new UsageError('--title, --introduction and --part are for tables: notes say them.');
  }
  const { person, lang, title, introduction, part } = values;
  const said: Said = {
    person,
    title,
    introduction,
    part: part === undefined ? undefined : wholeNumber('--part', part),
    partTitles: new Map(values['part-title'].map(partTitle)),
  };

  const folder = resolve(values.to);
  const state = stateOf(folder);
  const present = state === 'collection' ? readCollection(folder) : undefined;
  const errors = present?.problems.filter(
    // An import may well bring the first quotes.
    ({ rule, severity }) => severity === 'error' && rule !== 'no-quotes',
  );
  if (state === 'other' || (errors && errors.length > 0)) {
    printProblems(folder, errors ?? []);
    const what = state === 'other' ? 'something else' : 'a collection with errors';
    console.error(`${values.to} is there and holds ${what}: nothing was changed.`);
    const way = 'Import into a new folder, or move that one away first.';
    console.error(state === 'other' ? way : 'Correct them first.');
    return false;
  }
  const incoming = readIncoming(file, isTable, said, present?.about);
  if (!incoming) {
    console.error(`Nothing was written to ${values.to}.`);
    return false;
  }
  const run = { file, isTable, to: values.to, folder, isDry: values['dry-run'] };
  if (!present) return makeNew(incoming, { person, lang }, run);
  const { update, overwrite } = values;
  return change(incoming, { person, lang }, present, { ...run, update, overwrite });
});

function wholeNumber(option: string, value: string): number {
  if (!/^-?\d{1,9}$/u.test(value)) throw new UsageError(`${option} must be a whole number.`);
  return Number(value);
}

function partTitle(option: string): [number, string] {
  const [, number = '', title = ''] = /^([^=]*)=(.*)$/su.exec(option) ?? [];
  const read = aboutSchema.shape.title.safeParse(title.trim());
  if (!read.success) throw new UsageError('--part-title is a number and a title: 3=Big Data.');
  return [wholeNumber('--part-title', number.trim()), read.data];
}

function readFile(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) return readFileSync(file, 'utf8');
  console.error(`${file}: ${stats ? 'is not a file' : 'there is no such file'}.`);
  return undefined;
}

/** What a file brings, if it has no errors; they are printed. */
function readIncoming(
  file: string,
  isTable: boolean,
  said: Said,
  about: LoadResult['about'],
): Incoming | undefined {
  const text = readFile(file);
  if (text === undefined) return undefined;
  const { incoming, problems, notices } = (isTable ? takeTable : takeNotes)(text, said, about);
  for (const problem of problems) console.error(formatNoteProblem(file, problem));
  for (const notice of notices) console.log(notice);
  return incoming;
}

/** What is asked of a new collection, and has to agree with one that is there. */
type Asked = Partial<Record<'person' | 'lang', string | undefined>>;

interface Run {
  file: string;
  isTable: boolean;
  /** As it was named. */
  to: string;
  folder: string;
  isDry: boolean;
}

function sizeOf({ quotes, parts }: Incoming): string {
  return `${pluralize(quotes.length, 'quote')} in ${pluralize(parts.length, 'part')}`;
}

function makeNew(incoming: Incoming, asked: Asked, { isTable, to, folder, isDry }: Run): boolean {
  const { title, person, introduction, parts, quotes } = incoming;
  const about = { title: title!, person: person!, introduction: introduction!, parts };
  const files = newFiles({ ...about, lang: asked.lang ?? 'en' }, quotes);
  if (isDry) {
    for (const [path, text] of files) process.stdout.write(formatDiff(path, undefined, text));
  } else createFolder(folder, files);
  if (!asked.person)
    console.log(`person: ${person}, taken from the ${isTable ? 'table' : 'title'}`);
  console.log(`${sizeOf(incoming)}: ${isDry ? 'would be written to' : 'written to'} ${to}`);
  return true;
}

function change(
  incoming: Incoming,
  asked: Asked,
  present: LoadResult,
  { file, to, folder, isDry, update, overwrite }: Run & { update: boolean; overwrite: boolean },
): boolean {
  const about = present.about!;
  for (const name of ['person', 'lang'] as const) {
    const value = asked[name];
    if (value === undefined || value === about[name]) continue;
    console.error(`--${name} is for a new collection: ${to}/collection.yaml says ${about[name]}.`);
    return false;
  }
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const imported = readImported(folder);
  const plan = planUpdate(incoming, { ...present, about, imported, read }, { update, overwrite });
  reportKept(plan, file, to);
  if (plan.changes.length === 0) {
    console.log(`${sizeOf(incoming)}: nothing changed in ${to}`);
    return true;
  }
  const count = pluralize(plan.changes.length, 'file');
  if (isDry) {
    for (const { path, before, after } of plan.changes) {
      process.stdout.write(formatDiff(path, before, after));
    }
    console.log(`${sizeOf(incoming)}: ${count} would change in ${to}`);
    return true;
  }
  if (!write(folder, plan)) return false;
  for (const path of plan.texts) console.log(`${join(to, path)}: has another text now`);
  console.log(`${sizeOf(incoming)}: ${count} changed in ${to}`);
  return true;
}

function reportKept({ conflicts, kept }: Plan, file: string, to: string): void {
  for (const { path, message } of conflicts) {
    console.error(`${join(to, path)}: kept as it is: ${message}`);
  }
  if (conflicts.length > 0) console.error('With --overwrite what comes in wins.');
  for (const path of kept.slice(0, NAMED)) {
    console.error(`${join(to, path)}: kept, though ${file} lacks it`);
  }
  if (kept.length > NAMED) console.error(`… and ${pluralize(kept.length - NAMED, 'quote')} more`);
}

/** Writes a plan, unless the collection would not be sound afterwards. */
function write(folder: string, { changes, imported }: Plan): boolean {
  const path = join(folder, IMPORTED_FILE);
  const memory = {
    path: IMPORTED_FILE,
    ...(existsSync(path) && { before: readFileSync(path, 'utf8') }),
    after: formatImported(imported),
  };
  return changeFolder(folder, [...changes, memory], (staged) => {
    const errors = readCollection(staged).problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return true;
    printProblems(folder, errors);
    console.error(`So it would be: nothing was changed in ${shownPath(folder)}.`);
    return false;
  });
}
