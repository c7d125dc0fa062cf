import type { Inline, Paragraph } from '../collection/model.ts';

/** Markup, as opposed to text that is still to be escaped. */
export interface Markup {
  readonly markup: string;
}

type Value = Markup | string | number | undefined | Value[];

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(value: Value): string {
  if (Array.isArray(value)) return value.map(write).join('');
  if (typeof value === 'object') return value.markup;
  return String(value ?? '').replace(/[&<>"']/gu, (character) => references[character]!);
}

/**
 * HTML or XML from a template. Text in it is escaped, for elements and quoted attributes; line breaks
 * of the template itself, with the indentation, are left out.
 */
export function markup(template: TemplateStringsArray, ...values: Value[]): Markup {
  const lines = template.map((text) => text.replace(/\n\s*/gu, ''));
  return { markup: String.raw({ raw: lines }, ...values.map(write)) };
}

/** Attributes of an element, each after a space, without those that are undefined. */
export function attributes(all: Record<string, string | undefined>): Markup[] {
  return Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [markup` ${{ markup: name }}="${value}"`],
  );
}

/** An XML file with its declaration. */
export const xmlFile = ({ markup }: Markup): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`;

function inlineHtml(inline: Inline): Markup {
  switch (inline.type) {
    case 'text':
      return markup`${inline.value}`;
    case 'code':
      return markup`<code>${inline.value}</code>`;
    case 'break':
      return markup`<br>`;
    case 'emphasis':
      return markup`<em>${inline.children.map(inlineHtml)}</em>`;
    case 'strong':
      return markup`<strong>${inline.children.map(inlineHtml)}</strong>`;
    case 'link':
      return markup`<a href="${inline.url}">${inline.children.map(inlineHtml)}</a>`;
  }
}

/** Paragraphs as HTML, characters as written, one a line. */
export function paragraphsHtml(paragraphs: Paragraph[]): Markup {
  const lines = paragraphs.map((inlines) => markup`<p>${inlines.map(inlineHtml)}</p>`);
  return { markup: lines.map(({ markup }) => markup).join('\n') };
}
