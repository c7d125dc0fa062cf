import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Writes a collection that is too large for one page: 41 parts, 1,100 themes, 60 sources. Words are
// made of syllables, so that no two quotes are similar.

const PARTS = 41;
const QUOTES = 1100;
const SOURCES = 60;

const syllables = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
];

/** Returns a unique word for each number. */
function word(number: number): string {
  const rest = Math.floor(number / syllables.length);
  return (rest > 0 ? word(rest) : '') + syllables[number % syllables.length]!;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node tests/large-collection.ts FOLDER');
mkdirSync(join(folder, 'quotes'), { recursive: true });
const parts = Array.from({ length: PARTS }, (_, index) => index + 1);
const outline = parts.map(
  (n) => `  - number: ${n}\n    title: Part ${word(n)}\n    slug: part-${word(n)}\n`,
);
writeFileSync(
  join(folder, 'collection.yaml'),
  `title: A Large Collection\nperson: Nobody\nintroduction: Generated.\nparts:\n${outline.join('')}`,
);
for (let n = 0; n < QUOTES; n++) {
  // Themes begin with every letter, and more than a third of them with B.
  const theme = capitalized(
    n % 3 === 0 ? `b${word(n)}` : `${String.fromCodePoint(97 + (n % 26))}${word(n)}`,
  );
  const fields = [
    `part: ${(n % PARTS) + 1}`,
    `theme: ${theme}`,
    `source: Source ${word(n % SOURCES)}`,
  ];
  const text = [n, n * 7, n * 31, n * 127, n * 311].map((seed) => word(seed + 200)).join(' ');
  const name = `${theme.toLowerCase()}-${n}.md`;
  writeFileSync(
    join(folder, 'quotes', name),
    `---\n${fields.join('\n')}\n---\n\n${capitalized(text)}.\n`,
  );
}
