import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbidden } from '../text/forbidden-characters.ts';
import { findLimitViolation, parseWithinLimits } from './limits.ts';
import type { CollectionConfig } from '../collection/model.ts';
import { positionAt, type Position, type Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import type { RuleId } from './rules.ts';
import { collectionSchema } from './schema.ts';
import { readUtf8File } from './read-utf8.ts';
import { readYaml } from './yaml.ts';

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
  const text = readUtf8File(path, COLLECTION_FILE, report);
  if (text === undefined) return undefined;
  const limits = { markdownFrom: text.length, most: MAX_COLLECTION_FILE };
  const violation = findLimitViolation(text, limits);
  if (violation) {
    const message = `contains ${violation.what}.`;
    const at = { file: COLLECTION_FILE, ...positionAt(text, violation.index) };
    report({ rule: 'limit-exceeded', ...at, message, hint: 'Shorten it.' });
    return undefined;
  }
  const { data, at, problems } = readYaml(text, collectionSchema);
  for (const problem of problems) report({ file: COLLECTION_FILE, ...problem });
  if (!data) return undefined;
  const introduction = readIntroduction(data.introduction ?? '', at('introduction'), report);
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
  const reject = (rule: RuleId, message: string, hint: string) =>
    report({ rule, file: COLLECTION_FILE, ...place, field: 'introduction', message, hint });
  const { blocks, violation } = parseWithinLimits(markdown, parseMarkdown);
  if (violation) {
    reject('limit-exceeded', `contains ${violation.what}.`, 'Shorten it.');
    return [];
  }
  const { paragraphs, problems } = readParagraphs(blocks, { links: true });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    const hint = 'Use plain paragraphs with emphasis, strong, code and web links only.';
    reject('construct', `contains ${construct}.`, hint);
  }
  const forbidden = findForbidden(plainText(paragraphs));
  if (forbidden) {
    const message = `contains the invisible or control character ${forbidden.name}.`;
    reject('forbidden-character', message, 'Remove it.');
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
        const at = { file: COLLECTION_FILE, ...place, field: 'parts' };
        report({ rule: 'repeated-part', ...at, message, hint: 'Give each part its own.' });
      }
      seen.add(key);
    }
  }
}
