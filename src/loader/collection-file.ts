import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionConfig } from '../collection/model.ts';
import { plainText } from '../collection/plain-text.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { describeForbidden, positionAt, type FolderReporter } from './diagnostic.ts';
import type { FieldPosition, Reporter } from './diagnostic.ts';
import { COLLECTION_FILE } from './file-names.ts';
import { findLimitViolation, parseWithinLimits } from './limits.ts';
import { findGfmBlocks, parseMarkdown, readParagraphs } from './markdown.ts';
import { readUtf8File } from './read-files.ts';
import { collectionSchema } from './schema.ts';
import { readYaml } from './yaml.ts';

/** Maximum length of `collection.yaml`, in UTF-16 units: thousands of subjects. */
const MAX_COLLECTION_FILE = 1_000_000;

/** Reads `collection.yaml` and reports every problem. */
export function readCollectionConfig(
  folder: string,
  reportIn: FolderReporter,
): CollectionConfig | undefined {
  const report = reportIn(COLLECTION_FILE);
  const path = join(folder, COLLECTION_FILE);
  if (!existsSync(path)) {
    const hint = 'Create it with at least a title, such as title: Quotes I like.';
    report('collection-missing', 'is missing.', hint);
    return undefined;
  }
  const text = readUtf8File(path, report);
  if (text === undefined) return undefined;
  const limits = { markdownFrom: text.length, max: MAX_COLLECTION_FILE };
  const violation = findLimitViolation(text, limits);
  if (violation) {
    const position = positionAt(text, violation.index);
    report('limit-exceeded', `contains ${violation.what}.`, 'Shorten it.', position);
    return undefined;
  }
  const { data, at, problems } = readYaml(text, collectionSchema);
  for (const problem of problems) report(...problem);
  if (!data) return undefined;
  const positionOf = (field: string) => ({ ...at(field), field });
  const { lang = 'en', parts = [], subjects = [], introduction: markdown = '' } = data;
  const introduction = readIntroduction(markdown, positionOf('introduction'), report);
  const seen = new Set<string>();
  for (const key of parts.flatMap(({ number, slug }) => [`number ${number}`, `slug ${slug}`])) {
    if (seen.has(key))
      report('repeated-part', `has the ${key} twice.`, 'Use it only once.', positionOf('parts'));
    seen.add(key);
  }
  return { ...data, lang, introduction, parts, subjects };
}

function readIntroduction(
  markdown: string,
  position: FieldPosition,
  report: Reporter,
): CollectionConfig['introduction'] {
  const { blocks, violation } = parseWithinLimits(markdown, parseMarkdown);
  if (violation) {
    report('limit-exceeded', `contains ${violation.what}.`, 'Shorten it.', position);
    return [];
  }
  const { paragraphs, problems } = readParagraphs(blocks, { links: true });
  for (const { construct } of [...problems, ...findGfmBlocks(markdown)]) {
    const hint = 'Use plain paragraphs with emphasis, strong, code and web links only.';
    report('construct', `contains ${construct}.`, hint, position);
  }
  const forbidden = findForbiddenCharacter(plainText(paragraphs));
  if (forbidden) report(...describeForbidden(forbidden, position));
  return paragraphs;
}
