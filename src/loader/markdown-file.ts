import type { z } from 'astro/zod';
import type { Root, RootContent } from 'mdast';
import { nodeText } from '../collection/plain-text.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { describeForbidden, positionAt } from './diagnostic.ts';
import type { FieldPosition, Reporter } from './diagnostic.ts';
import { parseWithinLimits } from './limits.ts';
import { readUtf8File } from './read-files.ts';
import { readYaml, type YamlFields } from './yaml.ts';

/** A Markdown file, separated from its frontmatter. */
export interface MarkdownFile<Schema extends z.ZodType = z.ZodType> {
  fields: YamlFields<Schema>;
  /** The text, with spaces instead of frontmatter, so that positions match the file. */
  body: string;
  blocks: RootContent[];
  /** Returns the position of a field or of the `body`. */
  positionOf: (field: string) => FieldPosition;
  /** Whether the body contains a forbidden character, which has been reported. */
  isForbidden: boolean;
}

/** The frontmatter at the beginning of a Markdown file. */
export const frontmatter = /^---[ \t]*\n(?<yaml>(?:[^]*?\n)??)---[ \t]*(?:\n|$)/u;

/** Reads a Markdown file and reports problems of its fields and characters. */
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
    const hint = 'Shorten it, or escape literal marks with a backslash.';
    report('limit-exceeded', `contains ${what}.`, hint, position);
    return undefined;
  }
  const fault = match ? undefined : frontmatterFault(text, Object.keys(schema.shape));
  if (fault) {
    report('frontmatter-missing', ...fault, { line: 1, column: 1 });
    return undefined;
  }
  // The newline keeps line numbers: it replaces the opening ---. Frontmatter is optional.
  const fields = readYaml(match ? `\n${match.groups!['yaml']!.slice(0, -1)}` : '', schema);
  for (const problem of fields.problems) report(...problem);
  const { line, column } = blocks[0]?.position!.start ?? positionAt(text, head.trimEnd().length);
  const positionOf = (field: string) => ({
    ...(field === 'body' ? { line, column } : fields.at(field)),
    field,
  });
  // Checks the source, before the parser replaces characters, then what entities decode to.
  const literal = findForbiddenCharacter(body);
  const forbidden = literal ?? findForbiddenCharacter(blocks.map(nodeText).join(''));
  // A decoded character has no position in the source.
  const position = { ...positionOf('body'), ...(literal && positionAt(body, literal.index)) };
  if (forbidden) report(...describeForbidden(forbidden, position));
  return { fields, body, blocks, positionOf, isForbidden: forbidden !== undefined };
}

function frontmatterFault(
  markdown: string,
  fields: string[],
): [message: string, hint: string] | undefined {
  const first = markdown.trimStart().split('\n')[0]!.trimEnd();
  if (new RegExp(`^(?:${fields.join('|')})\\s*:`, 'u').test(first))
    return [
      'has fields without a line of --- above them.',
      'Write --- above and below the fields.',
    ];
  if (first === '+++')
    return ['has fields between lines of +++.', 'Write --- instead, and a colon after each name.'];
  if (!first.startsWith('---')) return undefined;
  if (first !== '---')
    return [`begins with ${first}.`, 'Write three hyphens alone on the first line: ---.'];
  if (!markdown.startsWith('---'))
    return ['has something above the first ---.', 'Write --- on the first line of the file.'];
  return ['has no second --- below the fields.', 'Write --- on a line of its own above the text.'];
}
