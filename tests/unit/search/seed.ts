import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { mentions } from '../../../src/collection/mentions.ts';
import { slugger } from '../../../src/text/slug.ts';
import { read as readPrintedNotes } from '../../../src/import/formats/printed-notes.ts';
import type { SearchData } from '../../../src/search/documents.ts';

/** The first collection, regardless of `content/`. */
export function seed(): SearchData {
  const text = readFileSync('tests/fixtures/notes/lessons-from-ion-stoica.txt', 'utf8');
  const { title, parts, items } = readPrintedNotes({ name: '', text });
  const idFor = slugger('en');
  const named = mentions(
    parse(readFileSync('tests/fixtures/search/subjects.yaml', 'utf8')) as {
      match: string[];
      search: string[];
    }[],
  );
  return {
    title: title!,
    person: 'Ion Stoica',
    parts: parts.map(({ number, title }) => ({ number, title })),
    quotes: items.map(({ theme, source, text, part }) => ({
      id: idFor(theme!),
      part: part as number,
      theme: theme!,
      source: source!,
      text,
      subjects: [...named([theme, text, source].join('\n\n')).keys()].flatMap(
        ({ search }) => search,
      ),
    })),
  };
}

/** A collection of texts only, with ids from `0`. */
export function quotes(...texts: string[]): SearchData {
  return {
    parts: [{ number: 1, title: '' }],
    quotes: texts.map((text, i) => ({ id: String(i), part: 1, theme: '', source: '', text })),
  };
}

/** Sentences in many scripts. */
export function manyScripts(): SearchData {
  const texts = readFileSync('tests/fixtures/search/quotes-many-scripts.yaml', 'utf8');
  return { parts: [], quotes: parse(texts) as SearchData['quotes'] };
}
