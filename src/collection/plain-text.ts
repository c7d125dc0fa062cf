import type { Nodes } from 'mdast';
import type { Paragraph } from './model.ts';

/** The text of a node of Markdown's tree: a hard break as a newline, images as they are described. */
export function nodeText(node: Nodes): string {
  if ('children' in node) return node.children.map(nodeText).join('');
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  return 'alt' in node ? (node.alt ?? '') : '';
}

/** Plain text, characters as written: an empty line between paragraphs, hard breaks as newlines. */
export function plainText(paragraphs: Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.map(nodeText).join('')).join('\n\n');
}

/** The key by which two texts count as the same quote: white space aside. */
export function textKey(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
