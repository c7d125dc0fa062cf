import type { Nodes } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { findLimitViolation } from '../loader/limits.ts';
import { parseMarkdown } from '../loader/markdown.ts';
import { fieldLookup, itemOf, valuesOf } from './fields.ts';
import { quoted } from './item.ts';
import type { ImportDiagnostic, Input, Item, ReadResult, ItemReporter } from './item.ts';

/** The words of Markdown; what is no words is named, and there are none of what is too much to parse. */
export function markdownWords(
  markdown: string,
  line: number,
  subject: ImportDiagnostic['subject'],
  { error, notice }: Pick<ItemReporter, 'error' | 'notice'>,
): string {
  // To parse takes longer than all else, and most lines have nothing to parse.
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
    .replace(/\[\^[^\]\n]+\]/gu, () => leaveOut('the mark of a footnote'));
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
    if (isBlocks) return words.filter((each) => each !== '').join('\n\n');
    return words.join(node.type === 'list' ? '\n' : '');
  };
  return wordsIn(parseMarkdown(linked)).replace(/ {2,}/gu, ' ').trim();
}

/** Text without the Markdown emphasis around it, or at one end of it. */
export function withoutEmphasis(text: string, isOneSided = false): string {
  const [, start = '', inner = '', end = ''] = /^([*_]{0,3})(.*?)([*_]{0,3})$/su.exec(text)!;
  const isBalanced = start === end || (isOneSided && (start === '' || end === ''));
  return isBalanced && !inner.includes(start || end) ? inner.trim() : text;
}

/** A line without emphasis around it, nor tags of HTML. */
export function plainLine(line: string): string {
  return withoutEmphasis(line.replace(/<\/?\w+>/gu, '').trim());
}

/** What frontmatter says of every quote below it: an author makes the title the source. */
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
    report.error(1, 'line', `has frontmatter that is not YAML: ${quoted(first)}`);
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
