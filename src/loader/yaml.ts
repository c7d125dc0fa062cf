import type { z } from 'astro/zod';
import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Scalar, YAMLMap } from 'yaml';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { describeForbidden, positionAt } from './diagnostic.ts';
import type { FieldPosition, Position, Finding } from './diagnostic.ts';
import { knownFields, nearestField } from './nearest-field.ts';
import type { RuleId } from './rules.ts';
import { adviseOnLines, adviseOnValue } from './yaml-advice.ts';

/** The fields of a YAML text and their problems. */
export interface YamlFields<Schema extends z.ZodType> {
  /** Absent if there are errors. */
  data?: z.output<Schema>;
  /** Returns the position of a field, or of its nearest parent that exists. */
  at: (...path: PropertyKey[]) => Position;
  /** Returns the value of a field, even if the schema rejects it. */
  get: (field: string) => unknown;
  problems: Finding[];
}

/** Maximum number of fields of a map. No map has more, and comparing them would take long. */
const MAX_FIELDS = 100;

/** Parses YAML 1.2 and validates it with a strict schema. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): YamlFields<Schema> {
  const lineCounter = new LineCounter();
  // checkYaml finds repeated keys: the parser compares every two, which can take minutes.
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  const positionOf = (node: unknown): Position => {
    const { line, col: column } = lineCounter.linePos((isNode(node) && node.range?.[0]) || 0);
    return { line, column };
  };
  const at = (...path: PropertyKey[]): Position => {
    const node = document.getIn(path, true);
    return isNode(node) || path.length === 0 ? positionOf(node) : at(...path.slice(0, -1));
  };
  const isMapping = isMap(document.contents);
  const get = (field: string) => (isMapping ? document.get(field) : undefined);
  const failure = (problems: Finding[]) => ({ at, get, problems });

  const directive = /^%/mu.exec(text);
  if (directive) {
    // A directive can change how numbers and tags are read.
    const position = positionAt(text, directive.index);
    return failure([['yaml-indirection', 'uses a YAML directive.', 'Remove the line.', position]]);
  }
  const syntaxErrors = [...document.errors, ...document.warnings];
  const isInvalid = syntaxErrors.length > 0 || !isMapping;
  const advice = isInvalid ? adviseOnLines(text, knownFields(schema, [])) : [];
  if (advice.length > 0) return failure(advice);
  if (syntaxErrors.length > 0) {
    const hint = 'Put a value with special characters in quotes.';
    return failure(
      syntaxErrors.map(({ message, linePos }) => {
        const [reason] = message.split(/:?(?: at line |\n)/u);
        const position = { line: linePos![0].line, column: linePos![0].col };
        return ['yaml-syntax', `is not valid YAML: ${reason}.`, hint, position];
      }),
    );
  }
  const { invalid, comments } = checkYaml(document, positionOf);
  // Comments are checked too, because people read them.
  const forbidden = invalid.length === 0 ? findForbiddenCharacter(text) : undefined;
  if (forbidden) invalid.push(describeForbidden(forbidden, positionAt(text, forbidden.index)));
  if (invalid.length > 0) return failure(invalid);

  // An empty text has no fields, which is valid if none is required.
  const { data, error } = schema.safeParse(document.toJS() ?? {});
  const problems = (error?.issues ?? []).flatMap((issue): Finding[] => {
    if (issue.code !== 'unrecognized_keys') {
      const position = { ...at(...issue.path), field: fieldName(issue.path) };
      return [describeInvalidValue(document, issue, position)];
    }
    const map = document.getIn(issue.path);
    const keys = isMap(map) ? map.items.map(({ key }) => key).filter(isScalar) : [];
    const known = knownFields(schema, issue.path);
    return issue.keys.map((name) => {
      const key = keys.find(({ value }) => value === name);
      const path = [...issue.path, name];
      const nearest = nearestField(name, known);
      const hint = nearest ? `Write ${nearest}.` : `Remove it; the fields are ${known.join(', ')}.`;
      const position = { ...(key ? positionOf(key) : at(...path)), field: fieldName(path) };
      return ['unknown-field', 'is not a known field.', hint, position];
    });
  });
  return { ...(data !== undefined && { data }), ...failure([...problems, ...comments]) };
}

/** Formats a path for messages: `parts[1].title`. */
export function fieldName(path: PropertyKey[]): string | undefined {
  const names = path.map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`));
  return path.length === 0 ? undefined : names.join('').replace(/^\./u, '');
}

function describeInvalidValue(
  document: Document,
  { path, message }: z.core.$ZodIssue,
  position: FieldPosition,
): Finding {
  const node = document.getIn(path, true);
  if (isScalar(node) && (message.startsWith('must be text') || node.value === null))
    return ['field-value', ...adviseOnValue(String(path.at(-1)), node), position];
  if (document.getIn(path) === undefined)
    return ['missing-field', 'is missing.', `It ${message}`, position];
  const [what, ...hint] = message.split(/(?<=\.) /u);
  const isQuoted = isScalar(node) && node.type !== 'PLAIN' && /^\d+$/u.test(String(node.value));
  if (isQuoted && what!.startsWith('must be a whole number')) hint.push('Remove the quotes.');
  return ['field-value', what!, hint.join(' '), position];
}

/**
 * Finds YAML features that content files do not need: those that make a file invalid, and comments
 * that may be meant as text. Replaces dates by their source text.
 */
function checkYaml(
  document: Document,
  positionOf: (node: unknown) => Position,
): Record<'invalid' | 'comments', Finding[]> {
  const invalid: Finding[] = [];
  const comments: Finding[] = [];
  visit(document, (_, node, path) => {
    const reject = (rule: RuleId, message: string, hint: string, target: unknown = node) =>
      invalid.push([rule, message, hint, positionOf(target)]);
    if (isPair(node)) {
      const { key } = node;
      if (!isScalar(key))
        reject('yaml-indirection', 'uses a YAML key that is not plain text.', 'Write a name.', key);
      else if (key.value === '<<')
        reject('yaml-indirection', 'uses a YAML merge key.', 'Write the fields out.', key);
    } else if (isAlias(node) || (isNode(node) && node.anchor !== undefined)) {
      const hint = 'Write the value out, or put it in quotes.';
      reject('yaml-indirection', 'uses a YAML anchor or alias.', hint);
    } else if (isNode(node) && node.tag) {
      reject('yaml-indirection', `uses the YAML tag ${node.tag}.`, 'Remove the tag.');
    }
    if (isMap(node)) {
      if (node.items.length > MAX_FIELDS) {
        reject('unknown-field', `has more than ${MAX_FIELDS} fields.`, 'Remove them.');
        return visit.BREAK;
      }
      for (const key of repeatedKeys(node)) {
        const position = { ...positionOf(key), field: String(key.value) };
        invalid.push(['yaml-syntax', 'is written twice.', 'Keep one of the two.', position]);
      }
    }
    if (!isScalar(node)) return undefined;
    const key = path.findLast(isPair)?.key;
    const field = isScalar(key) ? String(key.value) : undefined;
    const position = { ...positionOf(node), field };
    // Keeps leading zeros of a year: 0180, -0043.
    if (field === 'date') node.value = node.source;
    const problem = checkScalar(node, position);
    if (problem) invalid.push(problem);
    if (node.type === 'PLAIN' && typeof node.value === 'string' && node.comment) {
      const message = 'ends before the #, which makes the rest of the line a comment.';
      const hint = 'Put the value in quotes, or the comment on a line of its own.';
      comments.push(['yaml-comment', message, hint, position]);
    }
    return undefined;
  });
  return { invalid, comments };
}

function repeatedKeys(map: YAMLMap): Scalar[] {
  const seen = new Set<unknown>();
  const keys = map.items.map(({ key }) => key).filter(isScalar);
  return keys.filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** Rejects forbidden characters, and numbers that are read in different ways: 010, 0x1F, 1e3. */
function checkScalar({ value, source }: Scalar, position: FieldPosition): Finding | undefined {
  const found = typeof value === 'string' ? findForbiddenCharacter(value) : undefined;
  if (found) return describeForbidden(found, position);
  if (!Number.isSafeInteger(value) || source === String(value)) return undefined;
  const message = `is written as ${source}, which some programs read differently.`;
  return ['field-value', message, `Write ${String(value)}, or put text in quotes.`, position];
}
