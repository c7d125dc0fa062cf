import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, Document } from 'yaml';
import type { YAMLSeq } from 'yaml';
import { toMarkdown } from './markdown.ts';
import { foldedText } from './write-files.ts';

/**
 * Edits of content files that touch nothing else: comments, the order of keys, quotation marks,
 * line ends and a BOM stay as the curator left them.
 */

type Value = string | number;

/** A text with its line ends and BOM taken off, to be put back when it has been edited. */
function keepingEnds(text: string, edit: (plain: string) => string): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isWindows = text.includes('\r\n');
  const edited = edit(text.slice(bom.length).replaceAll('\r\n', '\n'));
  return bom + (isWindows ? edited.replaceAll('\n', '\r\n') : edited);
}

/** A value as YAML on one line; in quotes inside brackets, and where it would take several lines. */
function inline(value: Value, isInBrackets: boolean): string {
  const written = stringify({ value }, { lineWidth: 0 }).slice('value: '.length).trimEnd();
  const needsQuotes = isInBrackets || written.includes('\n');
  return needsQuotes ? JSON.stringify(value) : written;
}

/** YAML with one value set, at a path whose last key may be new. */
function setValue(yaml: string, path: (string | number)[], value: Value): string {
  const document = parseDocument(yaml);
  const node = document.getIn(path, true);
  const parents = path.map((_, length) => document.getIn(path.slice(0, length)));
  const isInBrackets = [document.contents, ...parents].some(
    (parent) => (isMap(parent) || isSeq(parent)) && parent.flow,
  );
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const isBlock = /^[|>]/u.test(yaml.slice(start, end));
    const written = inline(value, isInBrackets);
    return `${yaml.slice(0, start)}${written}${isBlock ? '\n' : ''}${yaml.slice(end)}`;
  }
  if (path.length === 1 && !isInBrackets) {
    const before = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
    return `${before}${path[0]}: ${inline(value, false)}\n`;
  }
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

const frontmatter = /^---[^\S\n]*\n([^]*?)^---[^\S\n]*(?:\n|$)/mu;

/** A quote's file with some of its fields set. */
export function setFields(markdown: string, fields: Record<string, Value>): string {
  return keepingEnds(markdown, (plain) => {
    // A quote may go without.
    const text = frontmatter.test(plain) ? plain : `---\n---\n\n${plain.trimStart()}`;
    return text.replace(frontmatter, (whole, yaml: string) => {
      const edited = Object.entries(fields).reduce(
        (text, [field, value]) => setValue(text, [field], value),
        yaml,
      );
      const start = whole.indexOf('\n') + 1;
      return `${whole.slice(0, start)}${edited}${whole.slice(start + yaml.length)}`;
    });
  });
}

/** A quote's file with another text. */
export function setText(markdown: string, text: string): string {
  return keepingEnds(markdown, (plain) => {
    const [head = ''] = frontmatter.exec(plain) ?? [];
    return head === '' ? toMarkdown(text) : `${head.trimEnd()}\n\n${toMarkdown(text)}`;
  });
}

/** `collection.yaml` with another title of its own. */
export function setTitle(yaml: string, title: string): string {
  return keepingEnds(yaml, (plain) => setValue(plain, ['title'], title));
}

/** `collection.yaml` with another introduction. */
export function setIntroduction(yaml: string, text: string): string {
  return keepingEnds(yaml, (plain) => {
    const document = parseDocument(plain);
    const node = document.getIn(['introduction'], true);
    if (!isNode(node) || !node.range || (isMap(document.contents) && document.contents.flow)) {
      return setValue(plain, ['introduction'], toMarkdown(text).trimEnd());
    }
    const written = new Document({ introduction: foldedText(text) }).toString({ lineWidth: 100 });
    const [start, end] = node.range;
    const isBlock = /^[|>]/u.test(plain.slice(start, end));
    const value = written.slice('introduction: '.length).trimEnd();
    return `${plain.slice(0, start)}${value}${isBlock ? '\n' : ''}${plain.slice(end)}`;
  });
}

/** `collection.yaml` with another title of the part at an index. */
export function setPartTitle(yaml: string, index: number, title: string): string {
  return keepingEnds(yaml, (plain) => setValue(plain, ['parts', index, 'title'], title));
}

/** `collection.yaml` with another number of the part at an index. */
export function setPartNumber(yaml: string, index: number, number: number): string {
  return keepingEnds(yaml, (plain) => setValue(plain, ['parts', index, 'number'], number));
}

/** `collection.yaml` with a part added behind the one at an index. */
export function addPart(
  yaml: string,
  index: number,
  part: { number: number; title: string; slug: string },
): string {
  return keepingEnds(yaml, (plain) => {
    const document = parseDocument(plain);
    const lines = Object.entries(part).map(([key, value]) => `${key}: ${inline(value, false)}`);
    const item = (indent: string) => `${indent}- ${lines.join(`\n${indent}  `)}\n`;
    const parts = document.get('parts') as YAMLSeq | undefined;
    if (!parts) return `${plain.replace(/\n?$/u, '\n')}parts:\n${item('  ')}`;
    const before = parts.items[index];
    if (!parts.flow && isNode(before) && before.range) {
      const [start, , end] = before.range;
      const lineStart = plain.lastIndexOf('\n', start) + 1;
      const indent = /^\s*/u.exec(plain.slice(lineStart))![0];
      const head = plain.slice(0, end);
      return `${head}${head.endsWith('\n') ? '' : '\n'}${item(indent)}${plain.slice(end)}`;
    }
    parts.items.splice(index + 1, 0, document.createNode(part));
    return document.toString({ lineWidth: 0 });
  });
}
