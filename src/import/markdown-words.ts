import type { Nodes } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { findLimitViolation } from '../loader/limits.ts';
import { parseMarkdown } from '../loader/markdown.ts';
import { fieldLookup, itemOf, valuesOf } from './fields.ts';
import { quoted } from './item.ts';
import type { ImportDiagnostic, Input, Item, ReadResult, ItemReporter } from './item.ts';

/** Converts Markdown to text and reports what is left out. Returns '' if it exceeds a limit. */
export function markdownWords(
  markdown: string,
  line: number,
  subject: ImportDiagnostic['subject'],
  { error, notice }: Pick<ItemReporter, 'error' | 'notice'>,
): string {
  // Parsing takes most of the time, and most lines have no markup.
  if (/^[\p{L}"“][\p{L}\p{N} ,.;:?'’"“”()—–-]*$/u.test(markdown)) return markdown.trim();
  const violation = findLimitViolation(markdown);
  if (violation) {
    error(line, subject, `contains ${violation.what}`);
    return '';
  }
  const leaveOut = (what: string): string => {
    notice(line, subject, `left out: ${what}`);
    return '';
  };
  const linked = markdown
    .replace(/%%[^%]*%%/gu, '')
    .replace(/!\[\[[^\]\n]*\]\]/gu, () => leaveOut('an embedded file'))
    .replace(/\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]/gu, '$1')
    .replace(/==([^=\n]+)==/gu, '$1')
    .replace(/\[\^[^\]\n]+\]/gu, () => leaveOut('a footnote mark'));
  const wordsIn = (node: Nodes): string => {
    if (node.type === 'image' || node.type === 'imageReference') {
      return leaveOut(`an image${node.alt ? `, ${quoted(node.alt)}` : ''}`);
    }
    if (node.type === 'html') return /^<br/iu.test(node.value) ? '\n' : '';
    if (node.type === 'break') return '\n';
    if (node.type === 'text') return node.value.replace(/[^\S\n]*\n[^\S\n]*/gu, ' ');
    if ('value' in node) return node.value;
    if (!('children' in node)) return '';
    const isBlocks = node.type === 'root' || node.type === 'blockquote';
    const words = node.children.map(wordsIn);
    if (isBlocks) return words.filter((text) => text !== '').join('\n\n');
    return words.join(node.type === 'list' ? '\n' : '');
  };
  return wordsIn(parseMarkdown(linked)).replace(/ {2,}/gu, ' ').trim();
}

/** Removes Markdown emphasis around a text; with `isOneSided`, also at one end. */
export function withoutEmphasis(text: string, isOneSided = false): string {
  const [, start = '', inner = '', end = ''] = /^([*_]{0,3})(.*?)([*_]{0,3})$/su.exec(text)!;
  const isBalanced = start === end || (isOneSided && (start === '' || end === ''));
  return isBalanced && !inner.includes(start || end) ? inner.trim() : text;
}

/** Removes HTML tags from a line, and emphasis around it. */
export function plainLine(line: string): string {
  return withoutEmphasis(line.replace(/<\/?\w+>/gu, '').trim());
}

/** Reads the frontmatter as defaults for quotes. If it names an author, its title is the source. */
export function readFrontmatter(
  head: string,
  columns: Input['columns'],
  result: ReadResult,
  report: ItemReporter,
): Item {
  let fields: Record<string, unknown> | null = null;
  try {
    fields = parseYaml(head.replace(/^---|---\s*$/gu, '')) as typeof fields;
  } catch {
    const [, first = ''] = head.split('\n');
    report.error(1, 'line', `has frontmatter that is not valid YAML: ${quoted(first)}`);
  }
  const plain = Object.entries(fields ?? {}).map(([key, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : value;
    const isPlain = typeof text === 'string' || typeof text === 'number';
    return [key, isPlain ? markdownWords(`${text}`, 1, 'line', report) : ''] as const;
  });
  const values = valuesOf(plain, fieldLookup(columns));
  if (!values.has('person') && values.has('source')) {
    result.title = values.get('source')!;
    values.delete('source');
  }
  for (const field of ['text', 'date', 'order', 'part', 'note', 'status'] as const)
    values.delete(field);
  return itemOf(0, values);
}
