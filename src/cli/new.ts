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
    argument: 'the folder to create',
    about:
      'Creates a collection in the new folder DIR, with a sample quote that explains how to continue.',
    options: {
      title: { value: 'TEXT', about: 'the title of the collection' },
      person: { value: 'NAME', about: 'who is quoted, if it is one person' },
      lang: { value: 'TAG', about: 'its language, such as de (BCP 47); en by default' },
    },
  },
  (values, dir) => {
    if (values.title === undefined) throw new UsageError('Missing option: --title TEXT.');
    checkSettings(values);
    const folder = resolve(dir);
    const state = targetState(folder);
    if (state !== 'free') {
      const what = state === 'collection' ? 'a collection' : 'something else';
      const hint = 'Use a folder that does not exist yet, or move this one away first.';
      throw new UserError(`${dir} exists and contains ${what}: nothing was written.\n${hint}`);
    }
    const { title, person, lang = 'en' } = values;
    const files = [
      { path: COLLECTION_FILE, after: collectionYaml({ title, person, lang }) },
      { path: `${QUOTES_FOLDER}/sample.md`, after: sampleQuote({ person, lang }) },
    ];
    changeFolder(folder, files, (staged) => updateLedgers(readCollection(staged)).changes);
    for (const { path } of files) console.log(`written: ${shownPath(resolve(folder, path))}`);
    const setting = folder === contentDir() ? '' : `CONTENT_DIR=${shownPath(folder)} `;
    console.log(`\nReplace the sample with your first quote, then run:`);
    console.log(`  ${setting}npm run check`);
    console.log(`  ${setting}npm start`);
  },
);

if (import.meta.main) process.exitCode = await newCommand();

type Settings = Record<'title' | 'lang', string> & { person: string | undefined };

function collectionYaml({ title, person, lang }: Settings): string {
  const yamlLine = (field: object) => stringify(field, { lineWidth: 0 }).trimEnd();
  return `# The settings of this collection. Only the title is required.
${yamlLine({ title })}
# Who is quoted, unless a quote names someone else.
${person === undefined ? '# person: Ada Lovelace' : yamlLine({ person })}
${yamlLine({ lang })}
# A sentence or two for the home page.
# introduction: Quotes that I do not want to forget.
# Fields that every quote must have.
# requires: [source]
# Parts, like the chapters of a book. Every quote must then name the number of one: part: 1.
# parts:
#   - number: 1
#     title: Beginnings
#     slug: beginnings
`;
}

function sampleQuote({ person, lang }: Omit<Settings, 'title'>): string {
  // The sample is in English and not a quote of the person.
  const fields = [
    ...(person === undefined
      ? ['# person: Who said it']
      : ['# Remove the next line to quote the person of the collection.', 'person: Sample']),
    ...(lang === 'en'
      ? []
      : ['# Remove the next line to use the language of the collection.', 'lang: en']),
    '# source: The talk, book or page',
    '# theme: What it is about, in a few words',
  ];
  return `---
${fields.join('\n')}
---

${SAMPLE_TEXT}
`;
}
