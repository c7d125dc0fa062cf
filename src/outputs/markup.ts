import type { Inline, Paragraph } from '../collection/model.ts';

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML and XML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => references[character]!);
}

/** An element of XML or HTML from children as markup and attributes as text. */
export function element(
  name: string,
  attributes: Record<string, string | undefined> = {},
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeMarkup(value!)}"`);
  const tag = `${name}${written.join('')}`;
  return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.join('')}</${name}>`;
}

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeMarkup(inline.value);
    case 'code':
      return element('code', {}, escapeMarkup(inline.value));
    case 'break':
      return '<br>';
    case 'emphasis':
      return element('em', {}, ...inline.children.map(inlineHtml));
    case 'strong':
      return element('strong', {}, ...inline.children.map(inlineHtml));
    case 'link':
      return element('a', { href: inline.url }, ...inline.children.map(inlineHtml));
  }
}

/** Paragraphs as HTML, characters as written, one a line. */
export function paragraphsHtml(paragraphs: Paragraph[]): string {
  return paragraphs.map((inlines) => element('p', {}, ...inlines.map(inlineHtml))).join('\n');
}
