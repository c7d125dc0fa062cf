import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { textKey } from '../collection/plain-text.ts';
import { findForbidden, isBlank } from '../text/forbidden-characters.ts';
import { basePath, contentDir, siteUrl } from '../environment.js';
import { alikeTo } from '../collection/near-duplicates.ts';
import type { CollectionConfig } from '../collection/model.ts';
import { formatLedger, addToLedger, LEDGER_FILE } from '../loader/permalinks.ts';
import { readCollection, type LoadResult } from '../loader/load.ts';
import { frontmatterSchema } from '../loader/schema.ts';
import { isSlug, slugger } from '../text/slug.ts';
import { absolute, createUrls } from '../collection/urls.ts';
import { quoteFile, quotePath } from '../loader/write-quote.ts';
import { withoutMarks } from '../import/quotation-marks.ts';
import { singleSpaced } from '../import/whitespace.ts';
import { command, refusePositionals } from './arguments.ts';
import { changeFolder, printProblems, shownPath, type FileChange } from './content.ts';

const usage = `Usage: npm run add [-- --part N --theme TEXT --quote TEXT --source TEXT] [options]

Adds one quote to the content folder (CONTENT_DIR, or content). In a terminal it asks for what the
options do not say; elsewhere part, theme, quote and source have to be given.

  --part N        the number of a part of the collection
  --theme TEXT    the label
  --quote TEXT    the words; marks around them are taken off
  --source TEXT   where they are from
  --id ID         the file's name and permalink; made of the theme unless given
  --order N       the place within the part; the last unless given
  --url URL  --date DATE  --locator TEXT  --status STATUS  --person NAME  --lang TAG
  --anyway        write it even if it resembles a quote that is there
  --help          this text
`;

const text = { type: 'string' } as const;
const options = {
  part: text,
  theme: text,
  quote: text,
  source: text,
  id: text,
  order: text,
  url: text,
  date: text,
  locator: text,
  status: text,
  person: text,
  lang: text,
  anyway: { type: 'boolean', default: false },
} as const;

const optional = ['url', 'date', 'locator', 'status', 'person', 'lang'] as const;

type Values = Partial<Record<Exclude<keyof typeof options, 'anyway'>, string>> & {
  anyway: boolean;
};

/** A field's value, or what is wrong with it. */
type Checked<T> = { value: T } | { wrong: string };

await command(usage, options, async (values, positionals) => {
  refusePositionals(positionals);
  const folder = contentDir();
  const reading = readCollection(folder);
  const { about } = reading;
  const errors = reading.problems.filter(
    ({ rule, severity }) => severity === 'error' && rule !== 'no-quotes',
  );
  if (!about || errors.length > 0) {
    printProblems(folder, errors);
    console.error('Correct the collection first: nothing was added.');
    return false;
  }
  const isAsking = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const terminal = isAsking ? openTerminal() : undefined;
  try {
    return await add(folder, { ...reading, about }, values, terminal?.ask);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
    console.error('\nNothing was added.');
    return false;
  } finally {
    terminal?.close();
  }
});

type Ask = (question: string) => Promise<string>;

/** Asks in the terminal; an end of input, or Ctrl-C, is an AbortError. */
function openTerminal(): { ask: Ask; close: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  terminal.on('close', () => ended.abort());
  return {
    ask: (question) => terminal.question(question, { signal: ended.signal }),
    close: () => terminal.close(),
  };
}

async function add(
  folder: string,
  reading: LoadResult & { about: CollectionConfig },
  values: Values,
  ask: Ask | undefined,
): Promise<boolean> {
  const { about, entries, files, ledger } = reading;
  const wrong: string[] = [];
  /** Takes a field from its option, or asks for it until it is right. */
  const take = async <T>(
    name: Exclude<keyof typeof options, 'anyway'>,
    question: string,
    check: (value: string) => Checked<T>,
    proposal?: string,
  ): Promise<T | undefined> => {
    const given = values[name];
    if (given !== undefined || !ask) {
      const checked =
        given === undefined && proposal === undefined
          ? { wrong: 'is missing.' }
          : check(given ?? proposal!);
      if ('value' in checked) return checked.value;
      if (!ask) {
        wrong.push(`--${name} ${checked.wrong}`);
        return undefined;
      }
      console.log(`${name} ${checked.wrong}`);
    }
    for (;;) {
      const answer = await ask(`${question}${proposal === undefined ? '' : ` [${proposal}]`}: `);
      const checked = check(answer.trim() === '' && proposal !== undefined ? proposal : answer);
      if ('value' in checked) return checked.value;
      console.log(`${name} ${checked.wrong}`);
    }
  };

  if (ask && values.part === undefined) {
    for (const { number, title } of about.parts) console.log(`  ${number}  ${title}`);
  }
  const part = await take('part', 'Part', (value) => checkPart(value, about));
  const theme = await take('theme', 'Theme', (value) => checkField('theme', value));
  const words = await take('quote', 'Quote', checkQuote);
  const source = await take('source', 'Source', (value) => checkField('source', value));

  const same = entries.find(
    (entry) => words !== undefined && textKey(entry.text) === textKey(words),
  );
  if (same) {
    console.error(
      `${shownPath(join(folder, files.get(same.id)!))} holds this quote already: nothing was added.`,
    );
    return false;
  }
  const alike = words === undefined ? [] : alikeTo(words, entries);
  for (const entry of alike) {
    console.error(`like ${shownPath(join(folder, files.get(entry.id)!))}: ${entry.text}`);
  }
  if (alike.length > 0 && !values.anyway) {
    const answer = await ask?.('Add it all the same? [y/N]: ');
    if (!/^y(?:es)?$/iu.test(answer?.trim() ?? '')) {
      console.error(`Nothing was added.${ask ? '' : ' With --anyway it is.'}`);
      return false;
    }
  }

  const taken = new Set([
    ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...Object.keys(ledger ?? {}),
  ]);
  const proposedId = theme === undefined ? undefined : slugger(taken)(theme);
  const id = await take(
    'id',
    'Id, its permalink for ever',
    (value) => checkId(value, taken),
    proposedId ?? 'x',
  );
  const orders = entries.filter((entry) => entry.part === part).map(({ order }) => order ?? 0);
  const proposedOrder = String(Math.max(0, ...orders) + 1);
  const order = await take('order', 'Order within the part', checkOrder, proposedOrder);
  const more = takeOptional(values, wrong);
  if (wrong.length > 0) {
    for (const message of wrong) console.error(message);
    console.error('Nothing was added.');
    return false;
  }

  const markdown = quoteFile({
    part: part!,
    theme: theme!,
    source: source!,
    order: order!,
    text: words!,
    ...more,
  });
  const changes: FileChange[] = [{ path: quotePath(id!), after: markdown }];
  if (ledger) {
    const before = readFileSync(join(folder, LEDGER_FILE), 'utf8');
    const after = formatLedger(addToLedger(ledger, [{ id: id!, aliases: [] }]));
    changes.push({ path: LEDGER_FILE, before, after });
  }
  const isWritten = changeFolder(folder, changes, (staged) => {
    const found = readCollection(staged).problems.filter(({ severity }) => severity === 'error');
    printProblems(folder, found);
    return found.length === 0;
  });
  if (!isWritten) return false;
  console.log(`written: ${shownPath(join(folder, quotePath(id!)))}`);
  const site = siteUrl();
  const path = createUrls(basePath()).quote({ id: id! });
  console.log(`address: ${site ? absolute(path, site) : path}`);
  return true;
}

function checkPart(value: string, { parts }: CollectionConfig): Checked<number> {
  const number = Number(value.trim());
  const numbers = parts.map((part) => part.number);
  if (value.trim() !== '' && numbers.includes(number)) return { value: number };
  return { wrong: `must be one of ${numbers.join(', ')}.` };
}

type TextField = 'theme' | 'source' | 'url' | 'date' | 'locator' | 'person' | 'lang' | 'status';

function checkField(field: TextField, value: string): Checked<string> {
  const plain = singleSpaced(value);
  const result = frontmatterSchema.shape[field].safeParse(plain);
  if (!result.success) return { wrong: result.error.issues[0]!.message };
  const found = findForbidden(plain);
  return found ? { wrong: `holds ${found.name}: remove it.` } : { value: plain };
}

function checkQuote(value: string): Checked<string> {
  const plain = withoutMarks(value);
  const found = findForbidden(plain);
  if (found) return { wrong: `holds ${found.name}: remove it.` };
  return isBlank(plain) ? { wrong: 'is empty.' } : { value: plain };
}

function checkId(value: string, taken: Set<string>): Checked<string> {
  const id = value.trim();
  if (taken.has(id)) return { wrong: `is taken: ${id} is, or was, a quote.` };
  if (isSlug(id)) return { value: id };
  return { wrong: `must be lower-case letters, digits and hyphens, such as ${slugger()(id)}.` };
}

function checkOrder(value: string): Checked<number> {
  if (/^-?\d{1,9}$/u.test(value.trim())) return { value: Number(value) };
  return { wrong: 'must be a whole number.' };
}

function takeOptional(values: Values, wrong: string[]): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const field of optional) {
    const given = values[field];
    if (given === undefined) continue;
    const checked = checkField(field, given);
    if ('value' in checked) taken[field] = checked.value;
    else wrong.push(`--${field} ${checked.wrong}`);
  }
  return taken;
}
