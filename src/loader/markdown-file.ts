import type { z } from 'astro/zod';
import type { Root, RootContent } from 'mdast';
import { nodeText } from '../collection/plain-text.ts';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { forbiddenCharacter, positionAt, type Position, type Reporter } from './diagnostic.ts';
import { parseWithinLimits } from './limits.ts';
import { readUtf8File } from './read-files.ts';
import { readYaml, type YamlFields } from './yaml.ts';

/** A Markdown file, its frontmatter apart. */
export interface MarkdownFile<Schema extends z.ZodType = z.ZodType> {
  markdown: string;
  fields: YamlFields<Schema>;
  blocks: RootContent[];
  /** Where the frontmatter ends, in UTF-16 units: 0 in a file without. */
  end: number;
  /** Where the first block is, or would be. */
  place: Position;
  /** Whether the body has a character that no text may contain; it is reported. */
  isForbidden: boolean;
}

/** Reads a Markdown file, called `file` in reports; what is wrong with its fields is reported. */
export function readMarkdownFile<Schema extends z.ZodObject>(
  path: string,
  file: string,
  schema: Schema,
  parse: (markdown: string) => Root,
  report: Reporter,
): MarkdownFile<Schema> | undefined {
  const markdown = readUtf8File(path, file, report);
  if (markdown === undefined) return undefined;
  const [frontmatter = ''] = /^---\n[^]*?^---$/mu.exec(markdown) ?? [];
  const { blocks: all, violation } = parseWithinLimits(markdown, parse, frontmatter.length);
  if (violation) {
    const { what, index } = violation;
    const place = {
      ...positionAt(markdown, index),
      ...(index >= frontmatter.length && { field: 'body' }),
    };
    const hint = 'Shorten it, or write literal marks with a backslash.';
    report({ rule: 'limit-exceeded', file, ...place, message: `contains ${what}.`, hint });
    return undefined;
  }
  const head = all.find((block) => block.type === 'yaml');
  const fault = head ? undefined : frontmatterFault(markdown, Object.keys(schema.shape));
  if (fault) {
    const [message, hint] = fault;
    report({ rule: 'frontmatter-missing', file, line: 1, column: 1, message, hint });
    return undefined;
  }
  // The frontmatter's text begins on the line after the opening ---; a file may go without.
  const fields = readYaml(head ? `\n${head.value}` : '', schema);
  for (const problem of fields.problems) report({ file, ...problem });
  const blocks = all.filter((block) => block !== head);
  const end = head?.position!.end.offset ?? 0;
  const { line, column } = blocks[0]?.position!.start ?? positionAt(markdown, end);
  const place = { line, column };
  // As written, where a parser has not yet replaced it, and as meant by an entity.
  const written = findForbiddenCharacter(markdown.slice(end));
  const forbidden = written ?? findForbiddenCharacter(blocks.map(nodeText).join(''));
  if (forbidden) {
    // An entity has no character of its own to point at.
    const there = written ? positionAt(markdown, end + written.index) : place;
    report({ file, ...there, field: 'body', ...forbiddenCharacter(forbidden) });
  }
  return { markdown, fields, blocks, end, place, isForbidden: forbidden !== undefined };
}

function frontmatterFault(
  markdown: string,
  fields: string[],
): [message: string, hint: string] | undefined {
  const [first] = markdown.trimStart().split('\n') as [string];
  if (new RegExp(`^(?:${fields.join('|')})\\s*:`, 'u').test(first)) {
    return [
      'has fields without a line of --- above them.',
      'Write --- above and below the fields.',
    ];
  }
  if (first.trimEnd() === '+++') {
    return [
      'has fields between lines of +++.',
      'Write --- above and below, and a colon after each.',
    ];
  }
  if (!first.startsWith('---')) return undefined;
  if (first.trimEnd() !== '---') {
    return [`begins with ${first.trimEnd()}.`, 'Write three hyphens alone on the first line: ---.'];
  }
  if (!markdown.startsWith('---')) {
    return ['has something above the first ---.', 'Write --- on the first line of the file.'];
  }
  return ['has no second --- below the fields.', 'Write --- on a line of its own above the text.'];
}
