import type { Nodes } from 'mdast';
import type { Paragraph } from './model.ts';

/** Returns the text of a Markdown node: a newline for a hard break, the description of an image. */
export function nodeText(node: Nodes): string {
  if ('children' in node) return node.children.map(nodeText).join('');
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return '\n';
  return 'alt' in node ? (node.alt ?? '') : '';
}

/** Returns plain text as written: an empty line between paragraphs, hard breaks as newlines. */
export function plainText(paragraphs: Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.map(nodeText).join('')).join('\n\n');
}

/** Texts with the same key are the same quote: they differ only in white space. */
export function textKey(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
