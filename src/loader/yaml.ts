import type { z } from 'astro/zod';
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { findForbidden } from '../text/forbidden-characters.ts';
import { knownFields, nearestField } from './nearest-field.ts';
import { adviseOnLines, adviseOnValue } from './yaml-advice.ts';
import type { Position } from './position.ts';
import type { Diagnostic } from './diagnostic.ts';

export type FieldProblem = Omit<Diagnostic, 'file' | 'severity'>;

function placeOf(node: unknown, lines: LineCounter): Position | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const { line, col } = lines.linePos(node.range[0]);
  return { line, column: col };
}

const start: Position = { line: 1, column: 1 };

/** Where each field of a YAML text stands, so that a problem can name its place. */
function fieldPlace(document: Document, lines: LineCounter, path: PropertyKey[]): Position {
  for (let length = path.length; length >= 0; length--) {
    const place = placeOf(document.getIn(path.slice(0, length), true), lines);
    if (place) return place;
  }
  return start;
}

/** Where the name of a field stands, unlike its value. */
function keyPlace(document: Document, lines: LineCounter, path: PropertyKey[]): Position {
  const map = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  return placeOf(pair?.key, lines) ?? fieldPlace(document, lines, path);
}

function fieldName(path: PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key + 1}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join('');
}

/** The field that holds a node, by the path that `visit` gives. */
function holderOf(path: readonly unknown[]): string | undefined {
  const pair = path.findLast((parent) => isPair(parent) && isScalar(parent.key));
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** More fields than any map of ours has, which would take long to compare with each other. */
const MAX_FIELDS = 100;

function repeatedIn(map: YAMLMap): Scalar[] {
  const seen = new Set<unknown>();
  return map.items
    .map(({ key }) => key)
    .filter(isScalar)
    .filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** The keys that stand twice in any map of a text, which a JSON parser passes over in silence. */
export function findRepeatedKeys(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text, { uniqueKeys: false }), {
    Map(_, map) {
      found.push(...repeatedIn(map).map(({ value }) => String(value)));
    },
  });
  return found;
}

/** Maps that hold a field twice, or more fields than there can be. */
function wrongMaps(document: Document, lines: LineCounter): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(document, {
    Map(_, map) {
      if (map.items.length > MAX_FIELDS) {
        const message = `holds more than ${MAX_FIELDS} fields.`;
        const place = placeOf(map, lines) ?? start;
        problems.push({ rule: 'unknown-field', ...place, message, hint: 'Remove them.' });
        return visit.BREAK;
      }
      for (const key of repeatedIn(map)) {
        const message = 'is not valid YAML: Map keys must be unique.';
        const place = { field: String(key.value), ...(placeOf(key, lines) ?? start) };
        problems.push({ rule: 'yaml-syntax', ...place, message, hint: 'Keep one of the two.' });
      }
      return undefined;
    },
  });
  return problems;
}

/** Numbers in a form that programs, or people, read in different ways: octal, hex, exponents. */
function oddNumbers(document: Document, lines: LineCounter): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(document, {
    Scalar(_, node, path) {
      const { value, source } = node;
      // A year is as it is written: 0180, -0043.
      if (holderOf(path) === 'date') {
        node.value = source;
        return;
      }
      if (!Number.isSafeInteger(value) || source === undefined || source === String(value)) return;
      const message = `is written as ${source}, which is not everywhere the same number.`;
      const place = { field: holderOf(path), ...(placeOf(node, lines) ?? start) };
      const hint = `Write ${String(value)}, or put text in quotes.`;
      problems.push({ rule: 'field-value', ...place, message, hint });
    },
  });
  return problems;
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
        const hint = 'Write the value out, or put it in quotes.';
        problems.push({ rule, ...place, message, hint });
      } else if (node.tag) {
        const message = `uses the YAML tag ${node.tag}.`;
        problems.push({ rule, ...place, message, hint: 'Remove the tag.' });
      }
    },
    Pair(_, pair) {
      if (pair.key !== null && !isScalar(pair.key)) {
        const place = placeOf(pair.key, lines) ?? start;
        const message = 'uses a YAML key that is no plain text.';
        problems.push({ rule: 'yaml-indirection', ...place, message, hint: 'Write a name.' });
      }
      if (isScalar(pair.key) && pair.key.value === '<<') {
        const place = placeOf(pair.key, lines) ?? start;
        const message = 'uses a YAML merge key.';
        const hint = 'Write the fields out.';
        problems.push({ rule: 'yaml-indirection', ...place, message, hint });
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
      const field = holderOf(path);
      const message = `holds the invisible or control character ${found.name}.`;
      problems.push({
        rule: 'forbidden-character',
        ...(placeOf(node, lines) ?? start),
        ...(field && { field }),
        message,
        hint: 'Remove it.',
      });
    },
  });
  return problems;
}

function forbiddenAnywhere(text: string, lines: LineCounter): FieldProblem[] {
  const found = findForbidden(text);
  if (!found) return [];
  const { line, col: column } = lines.linePos(found.index);
  const message = `holds the invisible or control character ${found.name}.`;
  return [{ rule: 'forbidden-character', line, column, message, hint: 'Remove it.' }];
}

/** A directive can make another language of YAML, with other numbers and tags. */
function directiveIn(text: string): FieldProblem[] {
  const found = /^%/mu.exec(text);
  if (!found) return [];
  const line = text.slice(0, found.index).split('\n').length;
  const message = 'uses a YAML directive.';
  return [{ rule: 'yaml-indirection', line, column: 1, message, hint: 'Remove the line.' }];
}

/** Comments behind text, which may be meant as a part of it: `On C #1`, `On C # and more`. */
function gluedComments(document: Document, lines: LineCounter): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(document, {
    Scalar(_, scalar, path) {
      const isText = scalar.type === 'PLAIN' && typeof scalar.value === 'string';
      if (!isText || !scalar.comment) return;
      const field = holderOf(path);
      problems.push({
        rule: 'yaml-comment',
        ...placeOf(scalar, lines),
        ...(field !== undefined && { field }),
        message: 'ends before the #, which makes the rest of the line a comment.',
        hint: 'Put the value in quotes, or the comment on a line of its own.',
      });
    },
  });
  return problems;
}

/**
 * Reads YAML 1.2 by a strict schema; `firstLine` is the file's line on which the text begins.
 * `at` gives the place of a field that is there, `get` what stands in it, whatever the schema says.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): {
  data?: z.output<Schema>;
  at: (...path: PropertyKey[]) => Position;
  get: (field: string) => unknown;
  problems: FieldProblem[];
} {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: false,
    strict: true,
    // Looked for below: compared each with each, many keys take minutes.
    uniqueKeys: false,
  });
  const shift = <P extends { line?: number }>(place: P) => {
    return { ...place, line: (place.line ?? 1) + firstLine - 1 };
  };
  const at = (...path: PropertyKey[]) => shift(fieldPlace(document, lines, path));
  const get = (field: string) => (isMap(document.contents) ? document.get(field) : undefined);

  const directives = directiveIn(text);
  if (directives.length > 0) return { at, get, problems: directives.map(shift) };
  const isMisread = document.contents !== null && !isMap(document.contents);
  if (document.errors.length > 0 || document.warnings.length > 0 || isMisread) {
    const advice = adviseOnLines(text, knownFields(schema, []));
    if (advice.length > 0) {
      const problems = advice.map((one) => ({ rule: 'yaml-syntax' as const, column: 1, ...one }));
      return { at, get, problems: problems.map(shift) };
    }
  }
  if (document.errors.length > 0 || document.warnings.length > 0) {
    const problems = [...document.errors, ...document.warnings].map(({ message, linePos }) => ({
      rule: 'yaml-syntax' as const,
      line: linePos?.[0].line ?? 1,
      column: linePos?.[0].col ?? 1,
      message: `is not valid YAML: ${message.split(/ at line |\n/u)[0]!.replace(/:$/u, '')}.`,
      hint: 'Put a value with special characters in quotes.',
    }));
    return { at, get, problems: problems.map(shift) };
  }
  const refused = [
    ...wrongMaps(document, lines),
    ...rejectIndirection(document, lines),
    ...forbiddenIn(document, lines),
    ...oddNumbers(document, lines),
  ];
  // Comments are read too, by people.
  if (refused.length === 0) refused.push(...forbiddenAnywhere(text, lines));
  if (refused.length > 0) return { at, get, problems: refused.map(shift) };

  // An empty text has no fields, which may be enough.
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  const comments = gluedComments(document, lines).map(shift);
  if (result.success) return { data: result.data, at, get, problems: comments };
  const problems = result.error.issues.flatMap((issue): FieldProblem[] => {
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path];
    return paths.map((path) => {
      const field = fieldName(path);
      if (issue.code === 'unrecognized_keys') {
        const message = 'is not a known field.';
        const known = knownFields(schema, issue.path);
        const nearest = nearestField(String(path.at(-1)), known);
        const hint =
          nearest === undefined
            ? `Remove it; the fields are ${known.join(', ')}.`
            : `Write ${nearest}.`;
        const place = keyPlace(document, lines, path);
        return { rule: 'unknown-field', field, ...place, message, hint };
      }
      const place = fieldPlace(document, lines, path);
      const node = document.getIn(path, true);
      const isText = issue.message.startsWith('must be text');
      const advice =
        isScalar(node) && (isText || node.value === null)
          ? adviseOnValue(String(path.at(-1)), node.value, node.comment ?? undefined)
          : undefined;
      if (advice) return { rule: 'field-value', field, ...place, ...advice };
      const missing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
      const [message, ...hint] = missing
        ? ['is missing.', `It ${issue.message}`]
        : issue.message.split(/(?<=\.) /u);
      const rule = missing ? 'missing-field' : 'field-value';
      return { rule, field, ...place, message: message!, hint: hint.join(' ') };
    });
  });
  return { at, get, problems: [...problems.map(shift), ...comments] };
}
