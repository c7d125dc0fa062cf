import type { z } from 'astro/zod';
import { isAlias, isScalar, isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { findForbidden } from './characters.ts';
import type { Problem } from './problem.ts';

type FieldProblem = Omit<Problem, 'file' | 'severity'>;

/** A place in a file: line and column, from 1. */
export interface Place {
  line: number;
  column: number;
}

function placeOf(node: unknown, lines: LineCounter): Place | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const { line, col } = lines.linePos(node.range[0]);
  return { line, column: col };
}

const start: Place = { line: 1, column: 1 };

/** Where each field of a YAML text stands, so that a problem can name its place. */
function fieldPlace(document: Document, lines: LineCounter, path: PropertyKey[]): Place {
  for (let length = path.length; length >= 0; length--) {
    const place = placeOf(document.getIn(path.slice(0, length), true), lines);
    if (place) return place;
  }
  return start;
}

function fieldName(path: PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key + 1}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

/** Aliases, anchors and tags say things in YAML that no content file needs to say. */
function rejectIndirection(document: Document, lines: LineCounter): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(document, {
    Node(_, node) {
      const rule = 'yaml-indirection';
      const place = placeOf(node, lines) ?? start;
      const anchor = !isAlias(node) && node.anchor !== undefined;
      if (isAlias(node) || anchor) {
        const message = 'uses a YAML anchor or alias.';
        const fix = 'Write the value out, or put it in quotes.';
        problems.push({ rule, ...place, message, fix });
      } else if (node.tag?.startsWith('!') || (isScalar(node) && node.tag)) {
        const message = `uses the YAML tag ${node.tag}.`;
        problems.push({ rule, ...place, message, fix: 'Remove the tag.' });
      }
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === '<<') {
        const place = placeOf(pair.key, lines) ?? start;
        const message = 'uses a YAML merge key.';
        const fix = 'Write the fields out.';
        problems.push({ rule: 'yaml-indirection', ...place, message, fix });
      }
    },
  });
  return problems;
}

function forbiddenIn(document: Document, lines: LineCounter): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(document, {
    Scalar(_, node, path) {
      const found = typeof node.value === 'string' ? findForbidden(node.value) : undefined;
      if (!found) return;
      const pair = path.findLast((parent) => 'key' in parent && isScalar(parent.key));
      const field =
        pair && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : undefined;
      const message = `holds the invisible or control character ${found.name}.`;
      problems.push({
        rule: 'forbidden-character',
        ...(placeOf(node, lines) ?? start),
        ...(field && { field }),
        message,
        fix: 'Remove it.',
      });
    },
  });
  return problems;
}

/**
 * Reads YAML 1.2 by a strict schema; `firstLine` is the file's line on which the text begins.
 * `at` gives the place of a field that is there.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): { data?: z.output<Schema>; at: (...path: PropertyKey[]) => Place; problems: FieldProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: false,
    strict: true,
  });
  const shift = <P extends { line?: number }>(place: P) => {
    return { ...place, line: (place.line ?? 1) + firstLine - 1 };
  };
  const at = (...path: PropertyKey[]) => shift(fieldPlace(document, lines, path));

  if (document.errors.length > 0 || document.warnings.length > 0) {
    const problems = [...document.errors, ...document.warnings].map(
      ({ code, message, linePos }) => ({
        rule: 'yaml-syntax' as const,
        line: linePos?.[0].line ?? 1,
        column: linePos?.[0].col ?? 1,
        message: `is not valid YAML: ${message.split(/ at line |\n/u)[0]!.replace(/:$/u, '')}.`,
        fix:
          code === 'DUPLICATE_KEY'
            ? 'Keep one of the two.'
            : 'Put a value with special characters in quotes.',
      }),
    );
    return { at, problems: problems.map(shift) };
  }
  const refused = [...rejectIndirection(document, lines), ...forbiddenIn(document, lines)];
  if (refused.length > 0) return { at, problems: refused.map(shift) };

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { data: result.data, at, problems: [] };
  const problems = result.error.issues.flatMap((issue): FieldProblem[] => {
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path];
    return paths.map((path) => {
      const field = fieldName(path);
      const place = fieldPlace(document, lines, path);
      if (issue.code === 'unrecognized_keys') {
        const message = 'is not a known field.';
        const fix = 'Correct its name or remove it.';
        return { rule: 'unknown-field', field, ...place, message, fix };
      }
      const missing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
      const [message, ...fix] = missing
        ? ['is missing.', `It ${issue.message}`]
        : issue.message.split(/(?<=\.) /u);
      const rule = missing ? 'missing-field' : 'field-value';
      return { rule, field, ...place, message: message!, fix: fix.join(' ') };
    });
  });
  return { at, problems: problems.map(shift) };
}
