import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, Document } from 'yaml';
import type { YAMLSeq } from 'yaml';
import { toMarkdown } from './markdown.ts';
import { frontmatter } from './markdown-file.ts';
import { foldedText } from './write-files.ts';

/**
 * Edits of content files with LF line endings. Comments, the order of keys and quotation marks stay
 * as the curator wrote them.
 */

type Value = string | number;
type Path = (string | number)[];

/** Edits a text without its BOM and with LF line endings, then restores both. */
export function keepLineEndings(text: string, edit: (plain: string) => string): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isWindows = text.includes('\r\n');
  const edited = edit(text.slice(bom.length).replaceAll('\r\n', '\n'));
  return bom + (isWindows ? edited.replaceAll('\n', '\r\n') : edited);
}

/** Formats a value as one line of YAML. Quotes it inside brackets and if it has line breaks. */
function inlineYaml(value: Value, isInBrackets: boolean): string {
  const written = stringify({ value }, { lineWidth: 0 }).slice('value: '.length).trimEnd();
  const needsQuotes = isInBrackets || written.includes('\n');
  return needsQuotes ? JSON.stringify(value) : written;
}

/**
 * Sets a value of a YAML text at a path such as `['parts', 0, 'title']`, whose last key may be new.
 * If `block` is given, it replaces an existing value outside brackets.
 */
export function setValue(yaml: string, path: Path, value: Value, block?: string): string {
  const document = parseDocument(yaml);
  const node = document.getIn(path, true);
  const parents = path.map((_, length) => document.getIn(path.slice(0, length)));
  const isInBrackets = [document.contents, ...parents].some(
    (parent) => (isMap(parent) || isSeq(parent)) && parent.flow,
  );
  const written = inlineYaml(value, isInBrackets);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const isBlock = /^[|>]/u.test(yaml.slice(start, end));
    const replacement = (!isInBrackets && block) || written;
    return `${yaml.slice(0, start)}${replacement}${isBlock ? '\n' : ''}${yaml.slice(end)}`;
  }
  if (path.length === 1 && !isInBrackets) {
    const before = yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`;
    return `${before}${path[0]}: ${written}\n`;
  }
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

/** Sets fields of a quote file. */
export function setFields(markdown: string, fields: Record<string, Value>): string {
  // Frontmatter is optional.
  const text = frontmatter.test(markdown) ? markdown : `---\n---\n\n${markdown.trimStart()}`;
  return text.replace(frontmatter, (matched, yaml: string) => {
    const start = matched.indexOf('\n') + 1;
    const edited = Object.entries(fields).reduce(
      (edits, [field, value]) => setValue(edits, [field], value),
      yaml,
    );
    return `${matched.slice(0, start)}${edited}${matched.slice(start + yaml.length)}`;
  });
}

/** Replaces the text of a quote file. */
export function setText(markdown: string, text: string): string {
  const [head = ''] = frontmatter.exec(markdown) ?? [];
  return head === '' ? toMarkdown(text) : `${head.trimEnd()}\n\n${toMarkdown(text)}`;
}

/** Replaces the introduction of `collection.yaml`. */
export function setIntroduction(yaml: string, text: string): string {
  const folded = new Document({ introduction: foldedText(text) }).toString({ lineWidth: 100 });
  const block = folded.slice('introduction: '.length).trimEnd();
  return setValue(yaml, ['introduction'], toMarkdown(text).trimEnd(), block);
}

/** Adds a part to `collection.yaml`, after the part at an index. */
export function addPart(
  yaml: string,
  index: number,
  part: { number: number; title: string; slug: string },
): string {
  const document = parseDocument(yaml);
  const item = (indent: string) => stringify([part], { lineWidth: 0 }).replace(/^(?=.)/gmu, indent);
  const parts = document.get('parts') as YAMLSeq | undefined;
  if (!parts) return `${yaml.replace(/\n?$/u, '\n')}parts:\n${item('  ')}`;
  const before = parts.items[index];
  if (!parts.flow && isNode(before) && before.range) {
    const [start, , end] = before.range;
    const lineStart = yaml.lastIndexOf('\n', start) + 1;
    const indent = /^\s*/u.exec(yaml.slice(lineStart))![0];
    const head = yaml.slice(0, end);
    return `${head}${head.endsWith('\n') ? '' : '\n'}${item(indent)}${yaml.slice(end)}`;
  }
  parts.items.splice(index + 1, 0, document.createNode(part));
  return document.toString({ lineWidth: 0 });
}
