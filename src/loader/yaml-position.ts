import { isMap, isNode, isPair, isScalar, type Document, type LineCounter } from 'yaml';
import type { Position } from './diagnostic.ts';

/** A YAML document with the lines of its text. */
export interface YamlText {
  document: Document;
  lines: LineCounter;
}

const start: Position = { line: 1, column: 1 };

/** Where a node begins. */
export function nodePosition(node: unknown, lines: LineCounter): Position {
  return positionOf(node, lines) ?? start;
}

function positionOf(node: unknown, lines: LineCounter): Position | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const { line, col } = lines.linePos(node.range[0]);
  return { line, column: col };
}

/** Where the value of a field is, or of the nearest field around it. */
export function valuePosition({ document, lines }: YamlText, path: PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length--) {
    const position = positionOf(document.getIn(path.slice(0, length), true), lines);
    if (position) return position;
  }
  return start;
}

/** Where the name of a field is. */
export function keyPosition({ document, lines }: YamlText, path: PropertyKey[]): Position {
  const map = document.getIn(path.slice(0, -1));
  const pair = isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  return positionOf(pair?.key, lines) ?? valuePosition({ document, lines }, path);
}

/** A path as messages name it: `parts[1].title`. */
export function fieldName(path: PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key + 1}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

/** The field in which a node is, by the path that `visit` gives. */
export function enclosingField(path: readonly unknown[]): string | undefined {
  const key = path.findLast(isPair)?.key;
  return isScalar(key) ? String(key.value) : undefined;
}
