import type { Nodes } from 'mdast';
import type { Inline, Paragraph } from './model.ts';

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'break':
      return '\n';
    default:
      return inline.children.map(inlineText).join('');
  }
}

/** Plain text, characters as written: an empty line between paragraphs, hard breaks as newlines. */
export function plainText(paragraphs: Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.map(inlineText).join('')).join('\n\n');
}

/** The key by which two texts count as the same quote: white space aside. */
export function textKey(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The text of a node of Markdown's tree, and what its images are described as. */
export function nodeText(node: Nodes): string {
  if ('children' in node) return node.children.map(nodeText).join('');
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'alt' in node ? (node.alt ?? '') : '';
}

/**
 * Inlines with their text replaced. `replace` also gets the text that precedes in the paragraph,
 * which decides whether a quotation mark opens or closes.
 */
export function mapText(
  inlines: Inline[],
  replace: (text: string, before: string) => string,
  before = '',
): Inline[] {
  return inlines.map((inline, index): Inline => {
    const preceding = before + plainText([inlines.slice(0, index)]);
    if ('children' in inline) {
      return { ...inline, children: mapText(inline.children, replace, preceding) };
    }
    return inline.type === 'text' ? { ...inline, value: replace(inline.value, preceding) } : inline;
  });
}
