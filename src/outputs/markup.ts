import type { Inline, Paragraph } from '../collection/model.ts';

/** Markup, as opposed to text that must be escaped. */
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
 * Makes HTML or XML from a template. Values are escaped, for elements and quoted attributes; line
 * breaks and indentation of the template are removed.
 */
export function markup(template: TemplateStringsArray, ...values: Value[]): Markup {
  const lines = template.map((text) => text.replace(/\n\s*/gu, ''));
  return { markup: String.raw({ raw: lines }, ...values.map(write)) };
}

/** Returns the attributes of an element, each after a space; undefined ones are omitted. */
export function attributes(all: Record<string, string | undefined>): Markup[] {
  return Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [markup` ${{ markup: name }}="${value}"`],
  );
}

/** Adds the XML declaration. */
export const xmlFile = ({ markup }: Markup): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${markup}\n`;

function inlineHtml(inline: Inline): Markup {
  if (inline.type === 'text') return markup`${inline.value}`;
  if (inline.type === 'inlineCode') return markup`<code>${inline.value}</code>`;
  if (inline.type === 'break') return markup`<br>`;
  const inner = inline.children.map(inlineHtml);
  if (inline.type === 'emphasis') return markup`<em>${inner}</em>`;
  if (inline.type === 'strong') return markup`<strong>${inner}</strong>`;
  return markup`<a href="${inline.url}">${inner}</a>`;
}

/** Returns paragraphs as HTML, as written, one per line. */
export function paragraphsHtml(paragraphs: Paragraph[]): Markup {
  const lines = paragraphs.map((inlines) => markup`<p>${inlines.map(inlineHtml)}</p>`);
  return { markup: lines.map(({ markup }) => markup).join('\n') };
}
