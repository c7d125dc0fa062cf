import type { z } from 'astro/zod';
import type { Root, RootContent } from 'mdast';
import { findForbidden } from '../text/forbidden-characters.ts';
import { positionAt, type Position, type Reporter } from './diagnostic.ts';
import { parseWithinLimits } from './limits.ts';
import { readUtf8File } from './read-utf8.ts';
import { readYaml } from './yaml.ts';

/** A Markdown file, its frontmatter apart. */
export interface MarkdownFile<Schema extends z.ZodType = z.ZodType> {
  markdown: string;
  fields: ReturnType<typeof readYaml<Schema>>;
  blocks: RootContent[];
  /** Where the frontmatter ends: the beginning of a file without. */
  end: Position & { offset: number };
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
  const { blocks, violation } = parseWithinLimits(markdown, parse, frontmatter.length);
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
  const head = blocks.find((block) => block.type === 'yaml');
  if (!head && reportFrontmatter(markdown, schema, file, report)) return undefined;
  // The frontmatter's text begins on the line after the opening ---; a file may go without.
  const fields = readYaml(head?.value ?? '', schema, head ? 2 : 1);
  for (const problem of fields.problems) report({ file, ...problem });
  const { line = 1, column = 1, offset = 0 } = head?.position!.end ?? {};
  const end = { line, column, offset };
  return { markdown, fields, blocks: blocks.filter((block) => block !== head), end };
}

/** Reports a file whose fields the parser does not see; whether there is such a problem. */
function reportFrontmatter(
  markdown: string,
  schema: z.ZodObject,
  file: string,
  report: Reporter,
): boolean {
  const fault = frontmatterFault(markdown, Object.keys(schema.shape));
  if (!fault) return false;
  const [message, hint] = fault;
  report({ rule: 'frontmatter-missing', file, line: 1, column: 1, message, hint });
  return true;
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

/**
 * Reports a character that no body may contain; whether there is one. The body begins at `from`; `text`
 * is what it says and `place` where.
 */
export function reportForbidden(
  body: { markdown: string; from: number; text: string; place: Position },
  file: string,
  report: Reporter,
): boolean {
  const { markdown, from, text, place } = body;
  // As written, where a parser has not yet replaced it, and as meant by an entity.
  const written = findForbidden(markdown.slice(from));
  const forbidden = written ?? findForbidden(text);
  if (!forbidden) return false;
  const message = `contains the invisible or control character ${forbidden.name}.`;
  // An entity has no character of its own to point at.
  const there = written ? positionAt(markdown, from + written.index) : place;
  const rule = 'forbidden-character';
  report({ rule, file, ...there, field: 'body', message, hint: 'Remove it.' });
  return true;
}
