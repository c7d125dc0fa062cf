import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { IMPORTED_FILE } from '../loader/file-names.ts';
import { readCollection, type LoadResult } from '../loader/load.ts';
import { addressable } from '../loader/sample.ts';
import { collect } from '../import/collect.ts';
import { fieldKey, fieldNames } from '../loader/field-names.ts';
import { formats, recognizeFormat } from '../import/formats/index.ts';
import { formatImportState, readImportState } from '../loader/import-state.ts';
import type { ImportData, Input } from '../import/item.ts';
import { newFiles, planUpdate } from '../import/plan.ts';
import { readSource } from '../import/read-source.ts';
import { ledgersIfValid, printDiagnostics, printDiff, printKept } from './import-report.ts';
import { defineCommand, runMain, UsageError } from './arguments.ts';
import { changeFolder, checkSettings, pluralize, printErrors, stateOf } from './content.ts';

/** `npm run import`. */
export const importCommand = defineCommand(
  {
    usage: 'npm run import -- FILE --to DIR [options]',
    argument: 'the file or folder to import',
    about: `Turns what people have into a collection: Kindle clippings, exports of Readwise, Goodreads,
Hypothesis, Zotero and Apple Books, tables, JSON, lists, fortune files, Markdown files and folders of
them, printed notes. The format is recognised by the content and said. With an error in FILE nothing
is written.

If DIR is a collection, its quotes are found again by their text, theme or likeness. They keep their
ids and what else was added to them; quotes that FILE lacks stay. What is new is added, and text that
has changed in FILE is changed in DIR, unless it was corrected there. All else stays as DIR has it,
and what FILE has instead is listed.`,
    options: {
      to: { value: 'DIR', about: 'the folder to make or to change' },
      format: {
        value: 'NAME',
        about: `read FILE as ${formats.map(({ name }) => name).join(', ')}`,
      },
      columns: {
        value: 'NAME=FIELD,…',
        multiple: true,
        about: 'columns or keys that have names of their own, such as "Book=source,Words=quote"',
      },
      person: { value: 'NAME', about: 'who is quoted; attributions are sources then' },
      title: { value: 'TEXT', about: 'the title of a new collection' },
      lang: { value: 'TAG', about: 'the language of the quotes (BCP 47); en unless given' },
      tags: { value: 'theme', about: 'take the first tag of a quote for its theme' },
      skip: { about: 'leave out what cannot be read, and import the rest' },
      'dry-run': { about: 'show what would be written as a diff, and write nothing' },
      update: { about: 'take the text of FILE where nothing tells who changed it' },
      overwrite: { about: 'take from FILE what is listed, too' },
    },
    notes: 'src/import/README.md describes the formats and the rules.',
  },
  (values, file) => {
    if (!values.to) throw new UsageError('Name the folder to make: --to DIR.');
    checkSettings(values);
    if (values.tags !== undefined && values.tags !== 'theme') {
      throw new UsageError('--tags takes theme: the first tag becomes the theme.');
    }
    const folder = resolve(values.to);
    const present = presentIn(folder, values.to);
    if (present === 'refused') return false;
    const about = present?.about;
    for (const name of ['person', 'lang'] as const) {
      if (!about || values[name] === undefined || values[name] === about[name]) continue;
      const there = about[name] ?? 'none';
      console.error(
        `--${name} is for a new collection: ${values.to}/collection.yaml has ${there}.`,
      );
      return false;
    }
    const results = readInputs(file, values.format, columnsOf(values.columns));
    if (!results) return false;
    const { data, diagnostics, assumptions } = collect(results, {
      name: basename(file, extname(file)),
      title: values.title,
      person: values.person,
      lang: values.lang,
      tags: values.tags,
      skip: values.skip,
      about,
      entries: present && addressable(present.entries, present.ledger),
    });
    printDiagnostics(file, diagnostics);
    if (!data) {
      console.error(`Nothing was written to ${values.to}.`);
      return false;
    }
    for (const assumption of assumptions) console.log(assumption);
    const { to, update, overwrite } = values;
    const run = { file, to, folder, isDry: values['dry-run'] };
    return present ? change(data, present, { ...run, update, overwrite }) : makeNew(data, run);
  },
);

if (import.meta.main) await runMain(importCommand);

function columnsOf(given: string[]): Map<string, string> {
  const pairs = given.flatMap((each) => each.split(/,(?=[^,=]*=)/u));
  return new Map(
    pairs.map((pair) => {
      const [, name = '', field = ''] = /^(.*)=([^=]*)$/su.exec(pair) ?? [];
      if (name.trim() === '' || !fieldNames.has(fieldKey(field))) {
        throw new UsageError(`--columns takes NAME=FIELD, such as Book=source: ${pair} is none.`);
      }
      return [fieldKey(name), fieldKey(field)] as const;
    }),
  );
}

/** The collection that is there, if there is one, or `refused` where nothing may be written. */
function presentIn(folder: string, to: string): LoadResult | 'refused' | undefined {
  const state = stateOf(folder);
  if (state === 'free') return undefined;
  const present = state === 'collection' ? readCollection(folder) : undefined;
  // An import may well bring the first quotes.
  if (present && !printErrors(folder, present.problems, 'no-quotes')) return present;
  const what = present ? 'a collection with errors' : 'something else';
  console.error(`${to} is there and contains ${what}: nothing was changed.`);
  console.error(
    present ? 'Correct them first.' : 'Import into a new folder, or move that one away first.',
  );
  return 'refused';
}

function readInputs(file: string, name: string | undefined, columns: Map<string, string>) {
  const asked = formats.find((format) => format.name === name);
  if (name !== undefined && !asked) {
    throw new UsageError(`--format is one of ${formats.map((format) => format.name).join(', ')}.`);
  }
  const { inputs, notices, failure } = readSource(file);
  for (const notice of notices) console.log(notice);
  if (failure !== undefined) {
    console.error(failure);
    return undefined;
  }
  const isFolder = inputs.length > 1 || inputs[0]?.name !== file;
  const results = inputs.map((input: Input) => {
    const whole = { ...input, ...(columns.size > 0 && { columns }) };
    const found = isFolder
      ? { format: formats.find(({ name }) => name === 'markdown')!, certainty: 'sure' }
      : recognizeFormat(whole);
    const format = asked ?? found.format;
    return {
      format,
      certainty: found.certainty,
      ...format.read(whole),
      ...(isFolder && { file: join(file, input.name) }),
    };
  });
  const [{ format, certainty } = { format: asked!, certainty: '' }] = results;
  const how = asked ? 'as asked' : certainty;
  console.log(
    `${file}: read as ${format.title} (${how}${how === 'sure' || asked ? '' : '; --format NAME takes another'})`,
  );
  return results;
}

interface Run {
  file: string;
  /** As it was named. */
  to: string;
  folder: string;
  isDry: boolean;
}

function sizeOf({ quotes, parts }: ImportData): string {
  const inParts = parts.length === 0 ? '' : ` in ${pluralize(parts.length, 'part')}`;
  return pluralize(quotes.length, 'quote') + inParts;
}

function makeNew(data: ImportData, { to, folder, isDry }: Run): boolean {
  const files = [...newFiles(data)].map(([path, after]) => ({ path, after }));
  if (isDry) files.forEach(printDiff);
  else if (!changeFolder(folder, files, (staged) => ledgersIfValid(staged, folder))) return false;
  console.log(`${sizeOf(data)}: ${isDry ? 'would be written to' : 'written to'} ${to}`);
  return true;
}

function change(
  data: ImportData,
  present: LoadResult,
  { file, to, folder, isDry, update, overwrite }: Run & { update: boolean; overwrite: boolean },
): boolean {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const imported = readImportState(folder);
  const about = present.about!;
  const plan = planUpdate(data, { ...present, about, imported, read }, { update, overwrite });
  printKept(plan, file, to);
  if (plan.changes.length + plan.removed.length === 0) {
    console.log(`${sizeOf(data)}: nothing changed in ${to}`);
    return true;
  }
  const sampleGone = (path: string, what: string) =>
    `${join(to, path)}: ${what}, for it was still the sample`;
  const count = pluralize(plan.changes.length, 'file');
  if (isDry) {
    for (const each of plan.changes) printDiff(each);
    for (const { path } of plan.removed) console.log(sampleGone(path, 'would be removed'));
    console.log(`${sizeOf(data)}: ${count} would change in ${to}`);
    return true;
  }
  const state = join(folder, IMPORTED_FILE);
  const before = existsSync(state) ? { before: readFileSync(state, 'utf8') } : {};
  const memory = { path: IMPORTED_FILE, ...before, after: formatImportState(plan.imported) };
  const changes = [...plan.changes, ...plan.removed, memory];
  if (!changeFolder(folder, changes, (staged) => ledgersIfValid(staged, folder))) return false;
  for (const { path } of plan.removed) console.log(sampleGone(path, 'removed'));
  for (const path of plan.texts) console.log(`${join(to, path)}: has another text now`);
  console.log(`${sizeOf(data)}: ${count} changed in ${to}`);
  return true;
}
