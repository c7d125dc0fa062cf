import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGfmBlocks, parseMarkdown, plainText, readParagraphs } from './body.ts';
import { findForbidden } from './characters.ts';
import { findExcess } from './excess.ts';
import type { About } from './model.ts';
import { placeAt, type Place } from './place.ts';
import type { Report } from './problem.ts';
import { aboutSchema } from './schema.ts';
import { readText } from './text.ts';
import { readYaml } from './yaml.ts';

export const ABOUT_FILE = 'collection.yaml';

/** The longest `collection.yaml`, in UTF-16 units: thousands of subjects. */
const LONGEST_ABOUT = 1_000_000;

/** Reads the title page of a content folder; everything wrong with it is reported. */
export function readAbout(folder: string, report: Report): About | undefined {
  const path = join(folder, ABOUT_FILE);
  if (!existsSync(path)) {
    const message = 'is missing.';
    const fix = 'Write one with title, person, lang, introduction and parts (see README.md).';
    report({ rule: 'about-missing', file: ABOUT_FILE, message, fix });
    return undefined;
  }
  const read = readText(path);
  if (!('text' in read)) {
    report({ file: ABOUT_FILE, ...read });
    return undefined;
  }
  const { text } = read;
  const excess = findExcess(text, { markdownFrom: text.length, most: LONGEST_ABOUT });
  if (excess) {
    const message = `holds ${excess.what}.`;
    const fix = 'Shorten it.';
    report({ rule: 'excess', file: ABOUT_FILE, ...placeAt(text, excess.index), message, fix });
    return undefined;
  }
  const { data, at, problems } = readYaml(text, aboutSchema);
  for (const problem of problems) report({ file: ABOUT_FILE, ...problem });
  if (!data) return undefined;
  const introduction = readIntroduction(data.introduction, at('introduction'), report);
  const about = { ...data, introduction, subjects: data.subjects ?? [] };
  checkTwice(about, at('parts'), report);
  return about;
}

function readIntroduction(markdown: string, place: Place, report: Report): About['introduction'] {
  const excess = findExcess(markdown);
  if (excess) {
    const message = `holds ${excess.what}.`;
    const at = { file: ABOUT_FILE, ...place, field: 'introduction' };
    report({ rule: 'excess', ...at, message, fix: 'Shorten it.' });
    return [];
  }
  const { paragraphs, problems } = readParagraphs(parseMarkdown(markdown).children, {
    links: true,
  });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    report({
      rule: 'construct',
      file: ABOUT_FILE,
      ...place,
      field: 'introduction',
      message: `holds ${construct}.`,
      fix: 'Use plain paragraphs with emphasis, strong, code and web links only.',
    });
  }
  const forbidden = findForbidden(plainText(paragraphs));
  if (forbidden) {
    const message = `holds the invisible or control character ${forbidden.name}.`;
    const field = 'introduction';
    const rule = 'forbidden-character';
    report({ rule, file: ABOUT_FILE, ...place, field, message, fix: 'Remove it.' });
  }
  return paragraphs;
}

function checkTwice(about: About, place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const { number, slug } of about.parts) {
    for (const [field, value] of [['number', number] as const, ['slug', slug] as const]) {
      const key = `${field} ${value}`;
      if (seen.has(key)) {
        const message = `has the ${key} twice.`;
        report({
          rule: 'repeated-part',
          file: ABOUT_FILE,
          ...place,
          field: 'parts',
          message,
          fix: 'Give each part its own.',
        });
      }
      seen.add(key);
    }
  }
}
