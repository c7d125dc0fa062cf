import { describe, expect, test } from 'vitest';
import { notesToFiles, personGuessed, personIn } from '../../../src/import/write.ts';
import { fingerprint } from '../../../src/import/import-state.ts';
import type { NoteQuote } from '../../../src/import/parse.ts';

const about = { person: 'Ion Stoica', lang: 'en' };

function notesOf(quotes: Partial<NoteQuote>[], introduction = 'Introduction.') {
  return {
    title: 'Lessons from Ion Stoica',
    introduction,
    parts: [
      {
        number: 1,
        title: 'The Rise of AI',
        line: 3,
        quotes: quotes.map((quote, index) => ({
          theme: 'On x',
          text: 'Text.',
          source: 'S',
          line: 4 + index,
          ...quote,
        })),
      },
    ],
  };
}

describe('the files of notes', () => {
  test('are a title page, a file for each quote, the ledger, and what came in', () => {
    const notes = notesOf([
      { theme: 'On the "infinite laptop"' },
      { theme: "On Python's dominance" },
    ]);
    expect(Object.fromEntries(notesToFiles(notes, about))).toEqual({
      'collection.yaml': `title: Lessons from Ion Stoica
person: Ion Stoica
lang: en
introduction: >
  Introduction.
parts:
  - number: 1
    title: The Rise of AI
    slug: the-rise-of-ai
`,
      'quotes/the-infinite-laptop.md': `---
part: 1
theme: On the "infinite laptop"
source: S
order: 1
---

Text.
`,
      'quotes/pythons-dominance.md': `---
part: 1
theme: On Python's dominance
source: S
order: 2
---

Text.
`,
      'permalinks.json': `{
  "pythons-dominance": "live",
  "the-infinite-laptop": "live"
}
`,
      'imported.json': `{
  "introduction": "${fingerprint('Introduction.')}",
  "quotes": {
    "pythons-dominance": "${fingerprint('Text.')}",
    "the-infinite-laptop": "${fingerprint('Text.')}"
  }
}
`,
    });
  });

  test('number the ids of quotes with the same theme', () => {
    const files = notesToFiles(notesOf([{}, {}, { theme: 'X' }]), about);
    expect([...files.keys()].slice(1, 4)).toEqual([
      'quotes/x.md',
      'quotes/x-2.md',
      'quotes/x-3.md',
    ]);
  });

  test('escape what Markdown and YAML would read as their own', () => {
    const files = notesToFiles(
      notesOf([{ theme: 'x: #1', source: '[a]', text: '# 1 *is* <b>one</b>' }], 'See *all*.'),
      about,
    );
    expect(files.get('quotes/x-1.md')).toBe(
      '---\npart: 1\ntheme: "x: #1"\nsource: "[a]"\norder: 1\n---\n\n\\# 1 \\*is\\* \\<b>one\\</b>\n',
    );
    expect(files.get('collection.yaml')).toContain('  See \\*all\\*.\n');
  });
});

describe('the person of a title', () => {
  test('is the name after its last “from”', () => {
    expect(personIn('Lessons from Ion Stoica')).toBe('Ion Stoica');
    expect(personIn('Letters from Home from Ada')).toBe('Ada');
    expect(personIn('Notes from 孔子')).toBe('孔子');
  });

  test.each([
    'Ludwig van Beethoven',
    'Johann Wolfgang von Goethe',
    'Leonardo da Vinci',
    'Simone de Beauvoir',
    'Ana María de la Cruz',
    'van Gogh',
    'Ludwig Mies van der Rohe',
    'Muhammad ibn Musa al-Khwarizmi',
    'Jeanne d’Arc',
    'José Ortega y Gasset',
  ])('may hold particles: %s', (person) => {
    expect(personIn(`Lessons from ${person}`)).toBe(person);
  });

  test('is guessed from other titles, to be looked at', () => {
    expect(personGuessed('Notes by Hand')).toBe('Hand');
    expect(personGuessed('The Sayings of Confucius')).toBe('Confucius');
    expect(personGuessed('Quotes — Ada Lovelace')).toBe('Ada Lovelace');
    expect(personGuessed('Quotes: Ada Lovelace')).toBe('Ada Lovelace');
    expect(personGuessed('A Commonplace Book')).toBe('A Commonplace Book');
    expect(personGuessed('Lessons from my first ten years')).toBe(
      'Lessons from my first ten years',
    );
  });

  test('is not said by any other', () => {
    expect(personIn('The Wisdom of Ion Stoica')).toBeUndefined();
    expect(personIn('Lessons from my first ten years')).toBeUndefined();
    expect(personIn('Lessons from Ion Stoica and others')).toBeUndefined();
    expect(personIn('From Ion Stoica')).toBeUndefined();
    expect(personIn('Lessons from la vida')).toBeUndefined();
  });
});
