import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { UserError } from '../loader/diagnostic.ts';
import { IMPORT_STATE_FILE } from '../loader/file-names.ts';
import { readCollection, type LoadResult } from '../loader/load.ts';
import { addressable } from '../loader/sample.ts';
import { collect } from '../import/collect.ts';
import { fieldKey, fieldNames } from '../loader/field-names.ts';
import { formats, recognizeFormat } from '../import/formats/index.ts';
import { formatImportState, readImportState } from '../loader/import-state.ts';
import { newPlan, planUpdate } from '../import/plan.ts';
import { readSource } from '../import/read-source.ts';
import { ledgersIfValid, printDiagnostics, printDiff, printKept } from './import-report.ts';
import { defineCommand, UsageError } from './arguments.ts';
import { changeFolder, checkSettings, pluralize } from './content.ts';
import { printErrors, sizeOf, targetState } from './content.ts';

export const importCommand = defineCommand(
  {
    usage: 'npm run import -- FILE --to DIR [options]',
    argument: 'the file or folder to import',
    about: `Imports quotes into a new or existing collection: Kindle clippings, exports from Readwise,
Goodreads, Hypothesis, Zotero and Apple Books, tables, JSON, lists, fortune files, printed notes, and
Markdown files or folders of them. The format is recognized by the content and printed. If FILE has
errors, nothing is written.

If DIR is a collection, its quotes are matched by text, theme or similarity. They keep their ids and
everything that was added to them; quotes that FILE lacks stay. New quotes are added. A text that
changed in FILE is updated, unless it was corrected in DIR. Everything else stays as it is in DIR, and
the differences are listed.`,
    options: {
      to: { value: 'DIR', about: 'the folder to create or update' },
      format: {
        value: 'NAME',
        about: `read FILE as ${formats.map(({ name }) => name).join(', ')}`,
      },
      columns: {
        value: 'NAME=FIELD,…',
        multiple: true,
        about: 'fields for columns or keys with other names, such as "Book=source,Words=quote"',
      },
      person: { value: 'NAME', about: 'who is quoted; attributions are then read as sources' },
      title: { value: 'TEXT', about: 'the title of a new collection' },
      lang: { value: 'TAG', about: 'the language of the quotes (BCP 47); en by default' },
      tags: { value: 'theme', about: 'take the first tag of a quote as its theme' },
      skip: { about: 'leave out items with errors and import the rest' },
      'dry-run': { about: 'print the changes as a diff and write nothing' },
      update: { about: 'take the text of FILE if it is unknown who changed it' },
      overwrite: { about: 'take the listed values from FILE, too' },
    },
    notes: 'src/import/README.md describes the formats and the rules.',
  },
  ({ to, 'dry-run': isDry, ...values }, file) => {
    if (!to) throw new UsageError('Missing option: --to DIR, the folder to create or update.');
    checkSettings(values);
    if (values.tags !== undefined && values.tags !== 'theme') {
      throw new UsageError('--tags must be theme: the first tag becomes the theme.');
    }
    const folder = resolve(to);
    const existing = loadTarget(folder, to);
    const config = existing?.config;
    for (const name of ['person', 'lang'] as const) {
      if (!config || values[name] === undefined || values[name] === config[name]) continue;
      const current = `${to}/collection.yaml has ${config[name] ?? 'none'}`;
      throw new UserError(`--${name} is for a new collection: ${current}.`);
    }
    const results = readInputs(file, values.format, parseColumns(values.columns));
    const { data, diagnostics, assumptions } = collect(results, {
      ...values,
      tags: values.tags,
      name: basename(file, extname(file)),
      config,
      entries: existing && addressable(existing.entries, existing.ledger),
    });
    printDiagnostics(file, diagnostics);
    if (!data) {
      const hint = values.skip
        ? ''
        : ' Correct the errors, or use --skip to import everything else.';
      throw new UserError(`Nothing was written to ${to}.${hint}`);
    }
    for (const assumption of assumptions) console.log(assumption);
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const target = existing && { ...existing, config: existing.config!, read };
    const plan = target
      ? planUpdate(data, { ...target, imported: readImportState(folder) }, values)
      : newPlan(data);
    printKept(plan, file, to);
    const { changes, removed, texts } = plan;
    if (changes.length + removed.length === 0)
      return console.log(`${sizeOf(data)}: nothing changed in ${to}`);
    if (isDry) changes.forEach(printDiff);
    else {
      const path = IMPORT_STATE_FILE;
      const before = existsSync(join(folder, path)) ? read(path) : undefined;
      const state = { path, before, after: formatImportState(plan.imported) };
      changeFolder(folder, [...changes, ...removed, state], (staged) =>
        ledgersIfValid(staged, folder),
      );
    }
    const removal = isDry ? 'would be removed' : 'removed';
    for (const { path } of removed)
      console.log(`${join(to, path)}: ${removal}, because it was still the sample`);
    for (const path of isDry ? [] : texts) console.log(`${join(to, path)}: text changed`);
    const count = pluralize(changes.length, 'file');
    const [would, done] = existing
      ? [`${count} would change in`, `${count} changed in`]
      : ['would be written to', 'written to'];
    console.log(`${sizeOf(data)}: ${isDry ? would : done} ${to}`);
  },
);

if (import.meta.main) process.exitCode = await importCommand();

function parseColumns(given: string[]): Map<string, string> {
  const pairs = given.flatMap((option) => option.split(/,(?=[^,=]*=)/u));
  return new Map(
    pairs.map((pair) => {
      const [, name = '', field = ''] = /^(.*)=([^=]*)$/su.exec(pair) ?? [];
      if (name.trim() === '' || !fieldNames.has(fieldKey(field))) {
        throw new UsageError(
          `--columns must be NAME=FIELD with a known field, such as Book=source, not ${pair}.`,
        );
      }
      return [fieldKey(name), fieldKey(field)] as const;
    }),
  );
}

/** Loads the collection in DIR, if there is one. Throws if DIR cannot be used. */
function loadTarget(folder: string, to: string): LoadResult | undefined {
  const state = targetState(folder);
  if (state === 'free') return undefined;
  const existing = state === 'collection' ? readCollection(folder) : undefined;
  // A collection without quotes is fine: the import adds them.
  if (existing && !printErrors(folder, existing.problems, 'no-quotes')) return existing;
  const [what, hint] = existing
    ? ['a collection with errors', 'Correct the errors first.']
    : ['something else', 'Import into a new folder, or move this one away first.'];
  throw new UserError(`${to} exists and contains ${what}: nothing was changed.\n${hint}`);
}

function readInputs(file: string, name: string | undefined, columns: Map<string, string>) {
  const names = formats.map((format) => format.name);
  const find = (wanted?: string) => formats.find((format) => format.name === wanted);
  if (name !== undefined && !find(name))
    throw new UsageError(`--format must be one of ${names.join(', ')}.`);
  const { inputs, isFolder } = readSource(file, console.log);
  const format = find(name ?? (isFolder ? 'markdown' : undefined));
  const results = inputs.map((input) => {
    const source = { ...input, columns };
    const recognized = format ? { format, certainty: 'sure' } : recognizeFormat(source);
    return {
      ...recognized,
      ...recognized.format.read(source),
      ...(isFolder && { file: join(file, input.name) }),
    };
  });
  const {
    format: { title },
    certainty,
  } = results[0]!;
  const how = certainty === 'sure' ? certainty : `${certainty}; --format NAME overrides it`;
  console.log(`${file}: read as ${title} (${name ? 'as asked' : how})`);
  return results;
}
