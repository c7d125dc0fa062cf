import type { Nodes } from 'mdast';
import { parseWithinLimits } from '../loader/limits.ts';
import { parseMarkdown } from '../loader/markdown.ts';
import { quoted, type ImportDiagnostic, type Report } from './item.ts';

/** The words of Markdown; what is no words is named, and there are none of what is too much to parse. */
export function markdownWords(
  markdown: string,
  line: number,
  subject: ImportDiagnostic['subject'],
  { error, notice }: Pick<Report, 'error' | 'notice'>,
): string {
  // To parse takes longer than all else, and most lines have nothing to parse.
  if (/^[\p{L}"“][\p{L}\p{N} ,.;:?'’"“”()—–-]*$/u.test(markdown)) return markdown.trim();
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
  const { blocks, violation } = parseWithinLimits(linked, parseMarkdown);
  if (violation) error(line, subject, `contains ${violation.what}`);
  return wordsIn({ type: 'root', children: blocks }).replace(/ {2,}/gu, ' ').trim();
}

/** Text without the Markdown emphasis around it, or at one end of it. */
export function withoutEmphasis(text: string, isOneSided = false): string {
  const [, lead = '', inner = '', end = ''] = /^([*_]{0,3})(.*?)([*_]{0,3})$/su.exec(text)!;
  const isApart = lead === end || (isOneSided && (lead === '' || end === ''));
  return isApart && !inner.includes(lead || end) ? inner.trim() : text;
}

/** A line without emphasis around it, nor tags of HTML. */
export function plainLine(line: string): string {
  return withoutEmphasis(line.replace(/<\/?\w+>/gu, '').trim());
}
