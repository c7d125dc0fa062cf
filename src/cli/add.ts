import { join } from 'node:path';
import { alikeTo } from '../collection/near-duplicates.ts';
import { textKey } from '../collection/plain-text.ts';
import { absolute, createUrls } from '../collection/urls.ts';
import { basePath, contentDir, siteUrl } from '../environment.js';
import { quoteFile, quotePath } from '../loader/write-quote.ts';
import { readCollection, type LoadResult } from '../loader/load.ts';
import { checkField, fieldsOf, type Answers, type Field } from './add-fields.ts';
import { defineCommand, runMain } from './arguments.ts';
import { changeFolder, printProblems, shownPath } from './content.ts';
import { updateLedgers } from './ledgers.ts';
import { Aborted, isYes, openTerminal, type Terminal } from './terminal.ts';

const more = ['url', 'date', 'locator', 'status', 'lang'] as const;

/** What goes back to the question before. */
const BACK = '<';

type Values = Partial<Record<keyof Answers | (typeof more)[number], string>> & { anyway: boolean };

/** `npm run add`. */
export const addCommand = defineCommand(
  {
    usage: 'npm run add [-- options]',
    about:
      'Adds one quote to the content folder (CONTENT_DIR, or content). In a terminal it asks for what the options do not say, and shows the file before it writes; elsewhere what the collection requires has to be given.',
    options: {
      part: { value: 'N', about: 'the number of a part of the collection' },
      theme: { value: 'TEXT', about: 'the label' },
      quote: {
        value: 'TEXT',
        about: 'the words, of several lines and paragraphs too; marks around them are taken off',
      },
      source: { value: 'TEXT', about: 'where they are from' },
      person: { value: 'NAME', about: 'who is quoted' },
      id: {
        value: 'ID',
        about: 'the file’s name and permalink; made of the theme or words unless given',
      },
      order: { value: 'N', about: 'the place within the part; the last unless given' },
      url: { value: 'URL', about: 'the address of the source' },
      date: { value: 'DATE', about: 'when it was said: YYYY, YYYY-MM or YYYY-MM-DD' },
      locator: { value: 'TEXT', about: 'where in the source: a page, a minute' },
      status: { value: 'STATUS', about: 'verified, attributed or paraphrased' },
      lang: { value: 'TAG', about: 'its language, if not that of the collection' },
      anyway: { about: 'write it even if it resembles a quote that is there' },
    },
  },
  async (values) => {
    const folder = contentDir();
    const reading = readCollection(folder);
    const errors = reading.problems.filter(
      ({ rule, severity }) => severity === 'error' && rule !== 'no-quotes',
    );
    if (!reading.about || errors.length > 0) {
      printProblems(folder, errors);
      console.error('Correct the collection first: nothing was added.');
      return false;
    }
    const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true;
    const terminal = isAsking ? openTerminal() : undefined;
    try {
      return await add(folder, reading, values, terminal);
    } catch (error) {
      if (!(error instanceof Aborted)) throw error;
      console.error('\nNothing was added.');
      return false;
    } finally {
      terminal?.close();
    }
  },
);

async function add(
  folder: string,
  reading: LoadResult,
  values: Values,
  terminal: Terminal | undefined,
): Promise<boolean> {
  const { about, entries, ledger } = reading;
  const taken = new Set([
    ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger ?? {}),
  ]);
  const fields = fieldsOf(about!, entries, taken);
  const wrong: string[] = [];
  for (const given of ['part', 'person'] as const) {
    if (values[given] === undefined || fields.some(({ name }) => name === given)) continue;
    if (given === 'part') wrong.push('--part is not used: this collection has no parts.');
    else
      fields.push({
        name: given,
        question: '',
        check: (text) => checkField(given, text),
        isOptional: true,
      });
  }
  const answers: Answers = {};
  takeOptions(fields, values, answers, wrong, terminal === undefined);
  const extra = Object.fromEntries(
    more.flatMap((name) => {
      const given = values[name];
      if (given === undefined) return [];
      const checked = checkField(name, given);
      if ('value' in checked) return [[name, checked.value]];
      wrong.push(`--${name} ${checked.wrong}`);
      return [];
    }),
  );
  if (wrong.length > 0) {
    for (const message of wrong) console.error(message);
    console.error('Nothing was added.');
    return false;
  }
  const asked = fields.filter(
    ({ name }) => answers[name] === undefined && values[name] === undefined,
  );
  for (let step = 0; terminal && step <= asked.length;) {
    const field = asked[step];
    if (field?.name === 'part') {
      for (const { number, title } of about!.parts) console.log(`  ${number}  ${title}`);
    }
    const isForward = field
      ? await askFor(field, answers, terminal)
      : await confirm(fileOf(answers, extra), answers.id!, terminal);
    if (isForward) step++;
    else step = Math.max(0, step - 1);
  }
  if (!(await mayAdd(folder, reading, answers.quote!, values.anyway, terminal))) return false;
  return write(folder, answers.id!, fileOf(answers, extra));
}

/** Takes the fields that options give; elsewhere than in a terminal, also what they propose. */
function takeOptions(
  fields: Field[],
  values: Values,
  answers: Answers,
  wrong: string[],
  isComplete: boolean,
): void {
  for (const { name, check, isOptional, propose } of fields) {
    const given = values[name] ?? (isComplete ? propose?.(answers) : undefined);
    if (given === undefined) {
      if (isComplete && !isOptional) wrong.push(`--${name} is missing.`);
      continue;
    }
    const checked = check(given);
    if ('value' in checked) Object.assign(answers, { [name]: checked.value });
    else wrong.push(`--${name} ${checked.wrong}`);
  }
}

/** Asks for a field until the answer is right; false to go back. */
async function askFor(field: Field, answers: Answers, { ask }: Terminal): Promise<boolean> {
  const { name, question, check, isOptional, propose } = field;
  const proposal = propose?.(answers);
  const note = proposal ?? (isOptional ? 'none' : undefined);
  for (;;) {
    const answer = await ask(
      `${question}${note === undefined ? '' : ` [${note}]`} (${BACK} goes back): `,
    );
    if (answer.trim() === BACK) return false;
    if (answer.trim() === '' && proposal === undefined && isOptional) {
      delete answers[name];
      return true;
    }
    const checked = check(answer.trim() === '' ? (proposal ?? '') : answer);
    if ('value' in checked) {
      Object.assign(answers, { [name]: checked.value });
      if (name === 'quote') answers.quote = await joinedLines(answers.quote!, ask);
      return true;
    }
    console.log(`${name} ${checked.wrong}`);
  }
}

/** Lines of a paragraph are kept for a poem, and joined where they were only wrapped. */
async function joinedLines(quote: string, ask: Terminal['ask']): Promise<string> {
  const wrapped = /(?<!\n)\n(?!\n)/gu;
  if (!wrapped.test(quote)) return quote;
  const answer = await ask('Keep its line breaks, as of a poem? [y/N]: ');
  return isYes(answer) ? quote : quote.replace(wrapped, ' ');
}

/** Shows the file; false to go back. */
async function confirm(markdown: string, id: string, { ask }: Terminal): Promise<boolean> {
  console.log(`\n${quotePath(id)}\n\n${markdown}`);
  const answer = await ask(`Write it? [Y/n] (${BACK} goes back): `);
  if (answer.trim() === BACK) return false;
  if (answer.trim() === '' || isYes(answer)) return true;
  throw new Aborted();
}

function fileOf({ quote, id: _, ...fields }: Answers, extra: object): string {
  return quoteFile({ ...fields, ...extra, text: quote! });
}

/** Whether the words are not in the collection yet, or are meant to be there once more. */
async function mayAdd(
  folder: string,
  { entries, files }: LoadResult,
  words: string,
  anyway: boolean,
  terminal: Terminal | undefined,
): Promise<boolean> {
  const shown = (id: string) => shownPath(join(folder, files.get(id)!));
  const same = entries.find((entry) => textKey(entry.text) === textKey(words));
  if (same) {
    console.error(`${shown(same.id)} contains this quote already: nothing was added.`);
    return false;
  }
  const alike = alikeTo(words, entries);
  for (const { id, text } of alike) console.error(`like ${shown(id)}: ${text}`);
  if (alike.length === 0 || anyway) return true;
  if (isYes((await terminal?.ask('Add it all the same? [y/N]: ')) ?? '')) return true;
  console.error(`Nothing was added.${terminal ? '' : ' With --anyway it is.'}`);
  return false;
}

/** Writes the file and adds its addresses to the ledgers; prints where the quote is. */
function write(folder: string, id: string, after: string): boolean {
  const isWritten = changeFolder(folder, [{ path: quotePath(id), after }], (staged) => {
    const now = readCollection(staged);
    printProblems(
      folder,
      now.problems.filter(({ severity }) => severity === 'error'),
    );
    return now.collection && updateLedgers(now).changes;
  });
  if (!isWritten) return false;
  console.log(`written: ${shownPath(join(folder, quotePath(id)))}`);
  const site = siteUrl();
  const path = createUrls(basePath()).quote({ id });
  console.log(`address: ${site ? absolute(path, site) : path}`);
  return true;
}

if (import.meta.main) await runMain(addCommand);
