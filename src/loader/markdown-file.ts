import type { z } from 'astro/zod';
import type { Root, RootContent } from 'mdast';
import { nodeText } from '../collection/plain-text.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import {
  describeForbiddenCharacter,
  positionAt,
  type FieldPosition,
  type Reporter,
} from './diagnostic.ts';
import { parseWithinLimits } from './limits.ts';
import { readUtf8File } from './read-files.ts';
import { readYaml, type YamlFields } from './yaml.ts';

/** A Markdown file, its frontmatter apart. */
export interface MarkdownFile<Schema extends z.ZodType = z.ZodType> {
  fields: YamlFields<Schema>;
  /** The text with blanks in place of the frontmatter, so that positions are those of the file. */
  body: string;
  blocks: RootContent[];
  /** The place of a field, or of the `body`. */
  positionOf: (field: string) => FieldPosition;
  /** Whether the body has a character that no text may contain; it is reported. */
  isForbidden: boolean;
}

/** The frontmatter at the beginning of a Markdown file. */
export const frontmatter = /^---[ \t]*\n(?<yaml>(?:[^]*?\n)??)---[ \t]*(?:\n|$)/u;

/** Reads a Markdown file; what is wrong with its fields and characters is reported. */
export function readMarkdownFile<Schema extends z.ZodObject>(
  path: string,
  schema: Schema,
  parse: (markdown: string) => Root,
  report: Reporter,
): MarkdownFile<Schema> | undefined {
  const text = readUtf8File(path, report);
  if (text === undefined) return undefined;
  const match = frontmatter.exec(text);
  const head = match?.[0] ?? '';
  const blank = head.replace(/[^\n]/gu, (character) => ' '.repeat(character.length));
  const body = blank + text.slice(head.length);
  const { blocks, violation } = parseWithinLimits(text, () => parse(body), head.length);
  if (violation) {
    const { what, index } = violation;
    const position = { ...positionAt(text, index), ...(index >= head.length && { field: 'body' }) };
    const hint = 'Shorten it, or write literal marks with a backslash.';
    report('limit-exceeded', `contains ${what}.`, hint, position);
    return undefined;
  }
  const fault = match ? undefined : frontmatterFault(text, Object.keys(schema.shape));
  if (fault) {
    report('frontmatter-missing', ...fault, { line: 1, column: 1 });
    return undefined;
  }
  // The fields begin on the line after the opening ---; a file may go without.
  const fields = readYaml(match ? `\n${match.groups!['yaml']!.slice(0, -1)}` : '', schema);
  for (const problem of fields.problems) report(...problem);
  const { line, column } = blocks[0]?.position!.start ?? positionAt(text, head.trimEnd().length);
  const positionOf = (field: string) => ({
    ...(field === 'body' ? { line, column } : fields.at(field)),
    field,
  });
  // As written, where a parser has not yet replaced it, and as meant by an entity.
  const literal = findForbiddenCharacter(body);
  const forbidden = literal ?? findForbiddenCharacter(blocks.map(nodeText).join(''));
  // An entity has no character of its own to point at.
  const position = { ...positionOf('body'), ...(literal && positionAt(body, literal.index)) };
  if (forbidden) report(...describeForbiddenCharacter(forbidden, position));
  return { fields, body, blocks, positionOf, isForbidden: forbidden !== undefined };
}

function frontmatterFault(
  markdown: string,
  fields: string[],
): [message: string, hint: string] | undefined {
  const first = markdown.trimStart().split('\n')[0]!.trimEnd();
  if (new RegExp(`^(?:${fields.join('|')})\\s*:`, 'u').test(first)) {
    const hint = 'Write --- above and below the fields.';
    return ['has fields without a line of --- above them.', hint];
  }
  if (first === '+++')
    return [
      'has fields between lines of +++.',
      'Write --- above and below, and a colon after each.',
    ];
  if (!first.startsWith('---')) return undefined;
  if (first !== '---')
    return [`begins with ${first}.`, 'Write three hyphens alone on the first line: ---.'];
  if (!markdown.startsWith('---'))
    return ['has something above the first ---.', 'Write --- on the first line of the file.'];
  return ['has no second --- below the fields.', 'Write --- on a line of its own above the text.'];
}
