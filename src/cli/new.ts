import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { contentDir } from '../environment.js';
import { UserError } from '../loader/diagnostic.ts';
import { COLLECTION_FILE, QUOTES_FOLDER } from '../loader/file-names.ts';
import { updateLedgers } from '../loader/ledgers.ts';
import { readCollection } from '../loader/load.ts';
import { SAMPLE_TEXT } from '../loader/sample.ts';
import { defineCommand, UsageError } from './arguments.ts';
import { changeFolder, checkSettings, shownPath, targetState } from './content.ts';

export const newCommand = defineCommand(
  {
    usage: 'npm run new -- DIR --title TEXT [options]',
    argument: 'the folder to make',
    about:
      'Makes a collection in the new folder DIR, with one sample quote that says how to go on.',
    options: {
      title: { value: 'TEXT', about: 'what the collection is called' },
      person: { value: 'NAME', about: 'who is quoted, where it is one person' },
      lang: { value: 'TAG', about: 'its language, such as de (BCP 47); en unless given' },
    },
  },
  (values, dir) => {
    if (values.title === undefined) throw new UsageError('Name the collection: --title TEXT.');
    checkSettings(values);
    const folder = resolve(dir);
    const state = targetState(folder);
    if (state !== 'free') {
      const what = state === 'collection' ? 'a collection' : 'something else';
      const hint = 'Name a folder that is not there yet, or move that one away first.';
      throw new UserError(`${dir} is there and contains ${what}: nothing was written.\n${hint}`);
    }
    const { title, person, lang = 'en' } = values;
    const files = [
      { path: COLLECTION_FILE, after: collectionYaml({ title, person, lang }) },
      { path: `${QUOTES_FOLDER}/sample.md`, after: sampleQuote({ person, lang }) },
    ];
    changeFolder(folder, files, (staged) => updateLedgers(readCollection(staged)).changes);
    for (const { path } of files) console.log(`written: ${shownPath(resolve(folder, path))}`);
    const setting = folder === contentDir() ? '' : `CONTENT_DIR=${shownPath(folder)} `;
    console.log(`\nWrite your first quote in place of the sample, then:`);
    console.log(`  ${setting}npm run check`);
    console.log(`  ${setting}npm start`);
  },
);

if (import.meta.main) process.exitCode = await newCommand();

type Settings = Record<'title' | 'lang', string> & { person: string | undefined };

function collectionYaml({ title, person, lang }: Settings): string {
  const yamlLine = (field: object) => stringify(field, { lineWidth: 0 }).trimEnd();
  return `# The settings of this collection: only the title is required.
${yamlLine({ title })}
# Who is quoted, unless a quote says otherwise.
${person === undefined ? '# person: Ada Lovelace' : yamlLine({ person })}
${yamlLine({ lang })}
# A sentence or two for the title page.
# introduction: Quotes that I do not want to forget.
# Fields that every quote must have.
# requires: [source]
# Parts, like the chapters of a book; every quote then names the number of one, such as part: 1.
# parts:
#   - number: 1
#     title: Beginnings
#     slug: beginnings
`;
}

function sampleQuote({ person, lang }: Omit<Settings, 'title'>): string {
  // Nobody said it, and it is in English.
  const fields = [
    ...(person === undefined
      ? ['# person: Who said it']
      : ['# Remove the next line: the person of the collection is then quoted.', 'person: Sample']),
    ...(lang === 'en'
      ? []
      : ['# Remove the next line: the language is then that of the collection.', 'lang: en']),
    '# source: Where it is from',
    '# theme: What it is about, in a few words',
  ];
  return `---
${fields.join('\n')}
---

${SAMPLE_TEXT}
`;
}
