import { isAlias, isMap, isNode, isPair, isScalar, visit } from 'yaml';
import type { LineCounter, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { findForbidden } from '../text/forbidden-characters.ts';
import type { Diagnostic } from './diagnostic.ts';
import { enclosingField, nodePosition, type YamlText } from './yaml-position.ts';

/** Something wrong with a field, in a file that is not named. */
export type FieldProblem = Omit<Diagnostic, 'file' | 'severity'>;

/** More fields than any map of ours has, which would take long to compare with each other. */
const MAX_FIELDS = 100;

/**
 * Finds what YAML allows and content files do not need, in one walk: what makes a file invalid, and
 * comments that may be meant as text. Dates become the text that is written.
 */
export function checkYaml({ document, lines }: YamlText): {
  invalid: FieldProblem[];
  comments: FieldProblem[];
} {
  const invalid: FieldProblem[] = [];
  const comments: FieldProblem[] = [];
  visit(document, (_, node, path) => {
    if (isPair(node)) invalid.push(...checkKey(node, lines));
    else if (isNode(node)) invalid.push(...checkIndirection(node, lines));
    if (isMap(node)) {
      invalid.push(...checkFields(node, lines));
      if (node.items.length > MAX_FIELDS) return visit.BREAK;
    }
    if (!isScalar(node)) return undefined;
    const field = enclosingField(path);
    const place = { ...nodePosition(node, lines), ...(field !== undefined && { field }) };
    // A year is as it is written: 0180, -0043.
    if (field === 'date') node.value = node.source;
    invalid.push(...checkScalar(node).map((problem) => ({ ...place, ...problem })));
    if (node.type === 'PLAIN' && typeof node.value === 'string' && node.comment) {
      const message = 'ends before the #, which makes the rest of the line a comment.';
      const hint = 'Put the value in quotes, or the comment on a line of its own.';
      comments.push({ rule: 'yaml-comment', ...place, message, hint });
    }
    return undefined;
  });
  return { invalid, comments };
}

/** Fields that are written twice, or are more than there can be. */
function checkFields(map: YAMLMap, lines: LineCounter): FieldProblem[] {
  if (map.items.length > MAX_FIELDS) {
    const message = `has more than ${MAX_FIELDS} fields.`;
    const place = nodePosition(map, lines);
    return [{ rule: 'unknown-field', ...place, message, hint: 'Remove them.' }];
  }
  return repeatedIn(map).map((key) => ({
    rule: 'yaml-syntax',
    field: String(key.value),
    ...nodePosition(key, lines),
    message: 'is written twice.',
    hint: 'Keep one of the two.',
  }));
}

function repeatedIn(map: YAMLMap): Scalar[] {
  const seen = new Set<unknown>();
  return map.items
    .map(({ key }) => key)
    .filter(isScalar)
    .filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** Aliases, anchors and tags say things in YAML that no content file needs to say. */
function checkIndirection(node: Node, lines: LineCounter): FieldProblem[] {
  const problem = (message: string, hint: string): FieldProblem[] => [
    { rule: 'yaml-indirection', ...nodePosition(node, lines), message, hint },
  ];
  if (isAlias(node) || node.anchor !== undefined) {
    return problem('uses a YAML anchor or alias.', 'Write the value out, or put it in quotes.');
  }
  return node.tag ? problem(`uses the YAML tag ${node.tag}.`, 'Remove the tag.') : [];
}

function checkKey({ key }: Pair, lines: LineCounter): FieldProblem[] {
  const problem = (message: string, hint: string): FieldProblem[] => [
    { rule: 'yaml-indirection', ...nodePosition(key, lines), message, hint },
  ];
  if (!isScalar(key)) return problem('uses a YAML key that is no plain text.', 'Write a name.');
  return key.value === '<<' ? problem('uses a YAML merge key.', 'Write the fields out.') : [];
}

/** Forbidden characters, and numbers that programs or people read in different ways: 010, 0x1F, 1e3. */
function checkScalar({ value, source }: Scalar): FieldProblem[] {
  const found = typeof value === 'string' ? findForbidden(value) : undefined;
  if (found) {
    const message = `contains the invisible or control character ${found.name}.`;
    return [{ rule: 'forbidden-character', message, hint: 'Remove it.' }];
  }
  if (!Number.isSafeInteger(value) || source === String(value)) return [];
  const message = `is written as ${source}, which is not everywhere the same number.`;
  const hint = `Write ${String(value)}, or put text in quotes.`;
  return [{ rule: 'field-value', message, hint }];
}
