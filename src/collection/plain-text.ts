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
