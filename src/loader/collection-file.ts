import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { findLimitViolation, parseWithinLimits } from './limits.ts';
import type { CollectionConfig } from '../collection/model.ts';
import { forbiddenCharacter, positionAt, type Position, type Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import { collectionSchema } from './schema.ts';
import { readUtf8File } from './read-files.ts';
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
  const limits = { markdownFrom: text.length, max: MAX_COLLECTION_FILE };
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
  const seen = new Set<string>();
  for (const key of parts.flatMap(({ number, slug }) => [`number ${number}`, `slug ${slug}`])) {
    const place = { file: COLLECTION_FILE, ...at('parts'), field: 'parts' };
    const problem = { message: `has the ${key} twice.`, hint: 'Give each part its own.' };
    if (seen.has(key)) report({ rule: 'repeated-part', ...place, ...problem });
    seen.add(key);
  }
  return { ...data, lang, introduction, parts, subjects };
}

function readIntroduction(
  markdown: string,
  position: Position,
  report: Reporter,
): CollectionConfig['introduction'] {
  const place = { file: COLLECTION_FILE, ...position, field: 'introduction' };
  const { blocks, violation } = parseWithinLimits(markdown, parseMarkdown);
  if (violation) {
    const message = `contains ${violation.what}.`;
    report({ rule: 'limit-exceeded', ...place, message, hint: 'Shorten it.' });
    return [];
  }
  const { paragraphs, problems } = readParagraphs(blocks, { links: true });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    const hint = 'Use plain paragraphs with emphasis, strong, code and web links only.';
    report({ rule: 'construct', ...place, message: `contains ${construct}.`, hint });
  }
  const forbidden = findForbiddenCharacter(plainText(paragraphs));
  if (forbidden) report({ ...place, ...forbiddenCharacter(forbidden) });
  return paragraphs;
}
