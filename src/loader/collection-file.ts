import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbidden } from '../text/forbidden-characters.ts';
import { findLimitViolation } from './limits.ts';
import type { CollectionConfig } from '../collection/model.ts';
import { positionAt, type Position } from './diagnostic.ts';
import type { Reporter } from './diagnostic.ts';
import { collectionSchema } from './schema.ts';
import { readUtf8File } from './read-utf8.ts';
import { readYaml } from './yaml.ts';

export const COLLECTION_FILE = 'collection.yaml';

/** The longest `collection.yaml`, in UTF-16 units: thousands of subjects. */
const MAX_COLLECTION_FILE = 1_000_000;

/** Reads the title page of a content folder; everything wrong with it is reported. */
export function readCollectionConfig(
  folder: string,
  report: Reporter,
): CollectionConfig | undefined {
  const path = join(folder, COLLECTION_FILE);
  if (!existsSync(path)) {
    const message = 'is missing.';
    const hint = 'Write one with at least a title, such as title: Quotes I like.';
    report({ rule: 'collection-missing', file: COLLECTION_FILE, message, hint });
    return undefined;
  }
  const read = readUtf8File(path);
  if (!('text' in read)) {
    report({ file: COLLECTION_FILE, ...read });
    return undefined;
  }
  const { text } = read;
  const violation = findLimitViolation(text, {
    markdownFrom: text.length,
    most: MAX_COLLECTION_FILE,
  });
  if (violation) {
    const message = `contains ${violation.what}.`;
    const hint = 'Shorten it.';
    report({
      rule: 'limit-exceeded',
      file: COLLECTION_FILE,
      ...positionAt(text, violation.index),
      message,
      hint,
    });
    return undefined;
  }
  const { data, at, problems } = readYaml(text, collectionSchema);
  for (const problem of problems) report({ file: COLLECTION_FILE, ...problem });
  if (!data) return undefined;
  const introduction =
    data.introduction === undefined
      ? []
      : readIntroduction(data.introduction, at('introduction'), report);
  const { lang = 'en', parts = [], subjects = [] } = data;
  const about = { ...data, lang, introduction, parts, subjects };
  checkTwice(about, at('parts'), report);
  return about;
}

function readIntroduction(
  markdown: string,
  place: Position,
  report: Reporter,
): CollectionConfig['introduction'] {
  const violation = findLimitViolation(markdown);
  if (violation) {
    const message = `contains ${violation.what}.`;
    const at = { file: COLLECTION_FILE, ...place, field: 'introduction' };
    report({ rule: 'limit-exceeded', ...at, message, hint: 'Shorten it.' });
    return [];
  }
  const { paragraphs, problems } = readParagraphs(parseMarkdown(markdown).children, {
    links: true,
  });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    report({
      rule: 'construct',
      file: COLLECTION_FILE,
      ...place,
      field: 'introduction',
      message: `contains ${construct}.`,
      hint: 'Use plain paragraphs with emphasis, strong, code and web links only.',
    });
  }
  const forbidden = findForbidden(plainText(paragraphs));
  if (forbidden) {
    const message = `contains the invisible or control character ${forbidden.name}.`;
    const field = 'introduction';
    const rule = 'forbidden-character';
    report({ rule, file: COLLECTION_FILE, ...place, field, message, hint: 'Remove it.' });
  }
  return paragraphs;
}

function checkTwice(about: CollectionConfig, place: Position, report: Reporter): void {
  const seen = new Set<string>();
  for (const { number, slug } of about.parts) {
    for (const [field, value] of [['number', number] as const, ['slug', slug] as const]) {
      const key = `${field} ${value}`;
      if (seen.has(key)) {
        const message = `has the ${key} twice.`;
        report({
          rule: 'repeated-part',
          file: COLLECTION_FILE,
          ...place,
          field: 'parts',
          message,
          hint: 'Give each part its own.',
        });
      }
      seen.add(key);
    }
  }
}
