import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { CollectionConfig, QuoteEntry } from '../collection/model.ts';
import { findSimilar } from '../collection/near-duplicates.ts';
import { quoteTitle } from '../collection/quote-title.ts';
import { absolute, createUrls } from '../collection/urls.ts';
import { basePath, contentDir, siteUrl } from '../environment.js';
import { UserError, type Diagnostic } from '../loader/diagnostic.ts';
import { takenIds, updateLedgers } from '../loader/ledgers.ts';
import { readCollection, type LoadResult } from '../loader/load.ts';
import { quoteFile, quotePath } from '../loader/write-files.ts';
import { withoutMarks } from '../text/quotation-marks.ts';
import { isSlug, slugger, slugOf } from '../text/slug.ts';
import { singleSpaced, tidyLines } from '../text/whitespace.ts';
import { defineCommand, UsageError } from './arguments.ts';
import { changeFolder, printErrors, shownPath } from './content.ts';
import { Aborted, ask, isYes } from './terminal.ts';

/** The fields that the command asks for, if the collection uses them. */
const promptedFields = ['part', 'theme', 'quote', 'source', 'person'] as const;
const otherFields = ['order', 'url', 'date', 'locator', 'status', 'lang'] as const;

type Field = (typeof promptedFields)[number] | (typeof otherFields)[number];
type Values = Partial<Record<Field | 'id', string>> & { anyway: boolean };

export const addCommand = defineCommand(
  {
    usage: 'npm run add [-- options]',
    about:
      'Adds a quote to the content folder (CONTENT_DIR, or content). In a terminal it asks for fields that are not given as options, and shows the file before it is written. Elsewhere, all fields that the collection requires must be given.',
    options: {
      part: { value: 'N', about: 'the number of a part of the collection' },
      theme: { value: 'TEXT', about: 'what the quote is about' },
      quote: {
        value: 'TEXT',
        about: 'the text, one or more paragraphs; quotation marks around it are removed',
      },
      source: { value: 'TEXT', about: 'the name of the talk, book or page' },
      person: { value: 'NAME', about: 'who is quoted' },
      id: {
        value: 'ID',
        about: 'the file name and permalink; by default derived from the theme or the text',
      },
      order: { value: 'N', about: 'the position in the part; the last by default' },
      url: { value: 'URL', about: 'the web address of the source' },
      date: { value: 'DATE', about: 'when it was said: YYYY, YYYY-MM or YYYY-MM-DD' },
      locator: { value: 'TEXT', about: 'where in the source: a page or a minute' },
      status: { value: 'STATUS', about: 'verified, attributed or paraphrased' },
      lang: { value: 'TAG', about: 'its language, if not that of the collection' },
      anyway: { about: 'add the quote even if it resembles an existing one' },
    },
  },
  async (values) => {
    const folder = contentDir();
    const loaded = readCollection(folder);
    if (printErrors(folder, loaded.problems, 'no-quotes'))
      throw new UserError('Nothing was added. Correct the collection first.');
    if (values.id !== undefined) checkId(values.id, takenIds(loaded));
    const isInteractive = process.stdin.isTTY === true && process.stdout.isTTY === true;
    using terminal = isInteractive
      ? createInterface({ input: process.stdin, output: process.stdout })
      : undefined;
    await add(folder, loaded, values, terminal);
  },
);

/** The answer that goes back to the previous question. */
const BACK = '<';

/** Adds a quote. In a terminal, asks again for fields with errors. */
async function add(
  folder: string,
  loaded: LoadResult,
  given: Values,
  terminal: Interface | undefined,
): Promise<void> {
  const values = { ...given };
  const config = loaded.config!;
  let questions: Field[] = promptedFields.filter(
    (name) => values[name] === undefined && isApplicable(name, config),
  );
  let next = 0;
  for (;;) {
    while (terminal && next < questions.length) {
      const name = questions[next]!;
      const answer = await promptFor(name, config, terminal);
      if (answer === BACK) next = Math.max(0, next - 1);
      else {
        values[name] = answer;
        next++;
      }
    }
    const draft = draftOf(values, loaded);
    const similar = values.anyway ? [] : findSimilar(draft.text, loaded.entries);
    for (const { id, text } of similar) {
      console.error(`similar to ${shownPath(join(folder, loaded.files.get(id)!))}: ${text}`);
    }
    if (terminal) {
      console.log(`\n${draft.path}\n\n${draft.after}`);
      const [question, fallback] = similar.length > 0 ? [' anyway? [y/N]', 'n'] : ['? [Y/n]', 'y'];
      const answer = (await ask(terminal, `Write it${question} (${BACK} goes back): `)).trim();
      if (answer === BACK) {
        next = Math.max(0, questions.length - 1);
        continue;
      }
      if (!isYes(answer || fallback)) throw new Aborted();
    } else if (similar.length > 0) {
      throw new UserError('Nothing was added. Use --anyway to add it.');
    }
    const errors = write(folder, draft);
    if (errors.length === 0) return;
    for (const error of errors) console.error(formatAsOption(error, draft.path));
    questions = [...promptedFields, ...otherFields].filter((name) =>
      errors.some((error) => optionOf(error) === name),
    );
    next = 0;
    if (!terminal || questions.length === 0) throw new UserError('Nothing was added.');
  }
}

function isApplicable(name: Field, { parts, person }: CollectionConfig): boolean {
  return name === 'part' ? parts.length > 0 : name !== 'person' || person === undefined;
}

/** Asks for a field. Returns undefined for an empty answer. */
async function promptFor(
  name: Field,
  { parts, requires = [] }: CollectionConfig,
  terminal: Interface,
): Promise<string | undefined> {
  if (name === 'part') for (const { number, title } of parts) console.log(`  ${number}  ${title}`);
  const isRequired = ['part', 'quote', ...requires].includes(name);
  const answer = await ask(terminal, `${name}${isRequired ? '' : ' [none]'} (${BACK} goes back): `);
  // Line breaks are kept in a poem, but not in wrapped prose.
  const wrapped = /(?<!\n)\n(?!\n)/gu;
  if (name === 'quote' && wrapped.test(answer)) {
    const isVerse = isYes(await ask(terminal, 'Keep the line breaks, as in a poem? [y/N]: '));
    return isVerse ? answer : answer.replace(wrapped, ' ');
  }
  return answer.trim() === '' ? undefined : answer.trim() === BACK ? BACK : answer;
}

function checkId(id: string, taken: string[]): void {
  if (taken.includes(id)) throw new UsageError(`--id is taken: ${id} is or was the id of a quote.`);
  const form = `lower-case letters, digits and hyphens, such as ${slugOf(id, 'en')}`;
  if (!isSlug(id)) throw new UsageError(`--id must be ${form}.`);
}

/** Creates the file of a quote. Invalid fields are left to the check. */
function draftOf(values: Values, loaded: LoadResult) {
  const { quote = '', id: wanted } = values;
  const fields: Partial<QuoteEntry> = Object.fromEntries(
    [...promptedFields, ...otherFields].flatMap((name) => {
      const value = values[name];
      if (value === undefined || name === 'quote') return [];
      const isNumber = (name === 'part' || name === 'order') && /^\s*-?\d{1,9}\s*$/u.test(value);
      return [[name, isNumber ? Number(value) : singleSpaced(value)]];
    }),
  );
  const entry = { ...fields, text: withoutMarks(tidyLines(quote)) };
  const siblings = loaded.entries.filter(({ part }) => part === fields.part);
  const last = siblings.reduce((most, { order = 0 }) => Math.max(most, order), 0);
  const id = wanted ?? slugger(loaded.config!.lang, takenIds(loaded))(quoteTitle(entry));
  const after = quoteFile({ order: last + 1, ...entry });
  return { id, text: entry.text, path: quotePath(id), after };
}

/** Writes a valid quote and the ledgers, and prints file and address. Returns the errors. */
function write(folder: string, { id, path, after }: ReturnType<typeof draftOf>): Diagnostic[] {
  let errors: Diagnostic[] = [];
  const isWritten = changeFolder(folder, [{ path, after }], (staged) => {
    const loaded = readCollection(staged);
    errors = loaded.problems.filter(({ severity }) => severity === 'error');
    return loaded.collection && updateLedgers(loaded).changes;
  });
  if (isWritten) {
    console.log(`written: ${shownPath(join(folder, path))}`);
    const site = siteUrl();
    const address = createUrls(basePath()).quote({ id });
    console.log(`address: ${site ? absolute(address, site) : address}`);
  }
  return errors;
}

const optionOf = ({ field }: Diagnostic) => (field === 'body' ? 'quote' : field);

/** Formats an error as that of an option, or with the name of another file. */
function formatAsOption(error: Diagnostic, path: string): string {
  const { file, rule, message, hint } = error;
  if (file !== path) return `${file}: ${message}`;
  // The hints of these rules refer to the file.
  const advice = rule === 'missing-field' || rule === 'empty-body' ? '' : hint;
  return `--${optionOf(error)} ${message} ${advice}`.trim();
}

if (import.meta.main) process.exitCode = await addCommand();
