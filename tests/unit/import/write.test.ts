import { describe, expect, test } from 'vitest';
import { personIn } from '../../../src/import/attribution.ts';
import type { ImportedQuote } from '../../../src/import/item.ts';
import { fingerprint } from '../../../src/loader/import-state.ts';
import { newFiles } from './new-files.ts';

function filesOf(quotes: Partial<ImportedQuote>[], introduction = 'Introduction.') {
  return newFiles({
    title: 'Lessons from Ion Stoica',
    person: 'Ion Stoica',
    lang: 'en',
    introduction,
    requires: ['part', 'source'],
    parts: [{ number: 1, title: 'The Rise of AI' }],
    quotes: quotes.map((quote, index) => ({
      part: 1,
      theme: 'On x',
      text: 'Text.',
      source: 'S',
      line: 4 + index,
      ...quote,
    })),
  });
}

describe('the files of an import', () => {
  test('are collection.yaml, a file for each quote, and the import state', () => {
    const files = filesOf([
      { theme: 'On the "infinite laptop"' },
      { theme: "On Python's dominance" },
    ]);
    expect(Object.fromEntries(files)).toEqual({
      'collection.yaml': `title: Lessons from Ion Stoica
person: Ion Stoica
lang: en
introduction: >
  Introduction.
requires: [part, source]
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
    const files = filesOf([{}, {}, { theme: 'X' }]);
    expect([...files.keys()].slice(1, 4)).toEqual([
      'quotes/x.md',
      'quotes/x-2.md',
      'quotes/x-3.md',
    ]);
  });

  test('escape Markdown and YAML syntax', () => {
    const files = filesOf(
      [{ theme: 'x: #1', source: '[a]', text: '# 1 *is* <b>one</b>' }],
      'See *all*.',
    );
    expect(files.get('quotes/x-1.md')).toBe(
      '---\npart: 1\ntheme: "x: #1"\nsource: "[a]"\norder: 1\n---\n\n\\# 1 \\*is\\* \\<b>one\\</b>\n',
    );
    expect(files.get('collection.yaml')).toContain('  See \\*all\\*.\n');
  });
});

describe('the person of a title', () => {
  test('is the name after its last “from”', () => {
    expect(personIn('Lessons from Ion Stoica')).toEqual({ name: 'Ion Stoica', isSure: true });
    expect(personIn('Letters from Home from Ada')?.name).toBe('Ada');
    expect(personIn('Notes from 孔子')?.name).toBe('孔子');
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
  ])('may contain particles: %s', (person) => {
    expect(personIn(`Lessons from ${person}`)?.name).toBe(person);
  });

  test('is guessed from other titles that end with a name of two words', () => {
    expect(personIn('The Wisdom of Ion Stoica')).toEqual({ name: 'Ion Stoica', isSure: false });
    expect(personIn('Quotes — Ada Lovelace')?.name).toBe('Ada Lovelace');
    expect(personIn('Worte von Vera Holt')?.name).toBe('Vera Holt');
    expect(personIn('Notes by Hand')).toBeUndefined();
    expect(personIn('A Commonplace Book')).toBeUndefined();
  });

  test('is not found in any other title', () => {
    expect(personIn('Lessons from my first ten years')).toBeUndefined();
    expect(personIn('Lessons from Ion Stoica and others')).toBeUndefined();
    expect(personIn('From Ion Stoica')).toBeUndefined();
    expect(personIn('Lessons from la vida')).toBeUndefined();
  });
});
