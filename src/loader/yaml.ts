import type { z } from 'astro/zod';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Pair } from 'yaml';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { knownFields, nearestField } from './nearest-field.ts';
import { forbiddenCharacter, positionAt, type Position } from './diagnostic.ts';
import { adviseOnLines, adviseOnValue, checkYaml, type FieldProblem } from './yaml-rules.ts';

/** The fields of a YAML text, and what is wrong with them. */
export interface YamlFields<Schema extends z.ZodType> {
  /** Absent when there are errors. */
  data?: z.output<Schema>;
  /** The place of a field that is there, or of what is around it. */
  at: (...path: PropertyKey[]) => Position;
  /** The value of a field, whatever the schema says. */
  get: (field: string) => unknown;
  problems: FieldProblem[];
}

/** Reads YAML 1.2 by a strict schema. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): YamlFields<Schema> {
  const yaml = parseYaml(text);
  const { document, at } = yaml;
  const get = (field: string) => (isMap(document.contents) ? document.get(field) : undefined);
  const failed = (problems: FieldProblem[]) => ({ at, get, problems });

  const directive = /^%/mu.exec(text);
  if (directive) {
    // It can make another language of YAML, with other numbers and tags.
    const place = positionAt(text, directive.index);
    const message = 'uses a YAML directive.';
    return failed([{ rule: 'yaml-indirection', ...place, message, hint: 'Remove the line.' }]);
  }
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0 || !isMap(document.contents)) {
    const problems = adviseOnLines(text, knownFields(schema, []));
    if (problems.length > 0) return failed(problems);
  }
  if (faults.length > 0) {
    const hint = 'Put a value with special characters in quotes.';
    return failed(
      faults.map(({ message, linePos }) => {
        const [reason] = message.split(/:?(?: at line |\n)/u);
        const place = { line: linePos![0].line, column: linePos![0].col };
        return { rule: 'yaml-syntax', ...place, message: `is not valid YAML: ${reason}.`, hint };
      }),
    );
  }
  const { invalid, comments } = checkYaml(document, yaml.positionOf);
  // Comments are read too, by people.
  const forbidden = invalid.length === 0 ? findForbiddenCharacter(text) : undefined;
  if (forbidden)
    invalid.push({ ...positionAt(text, forbidden.index), ...forbiddenCharacter(forbidden) });
  if (invalid.length > 0) return failed(invalid);

  // An empty text has no fields, which may be enough.
  const { data, error } = schema.safeParse(document.toJS() ?? {});
  const problems = (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownField(yaml, [...issue.path, key], schema))
      : refusedValue(yaml, issue),
  );
  return { ...(data !== undefined && { data }), ...failed([...problems, ...comments]) };
}

function parseYaml(text: string) {
  const lineCounter = new LineCounter();
  // Repeated keys are looked for in yaml-rules: compared each with each, many take minutes.
  const document = parseDocument(text, { lineCounter, uniqueKeys: false });
  const positionOf = (node: unknown): Position => {
    const { line, col: column } = lineCounter.linePos((isNode(node) && node.range?.[0]) || 0);
    return { line, column };
  };
  /** The place of a value, or of the nearest around it. */
  const at = (...path: PropertyKey[]): Position => {
    const node = document.getIn(path, true);
    return isNode(node) || path.length === 0 ? positionOf(node) : at(...path.slice(0, -1));
  };
  return { document, positionOf, at };
}

/** A path as messages name it: `parts[1].title`. */
export function fieldName(path: PropertyKey[]): string | undefined {
  const names = path.map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`));
  return path.length === 0 ? undefined : names.join('').replace(/^\./u, '');
}

type Yaml = ReturnType<typeof parseYaml>;

function unknownField(yaml: Yaml, path: PropertyKey[], schema: z.ZodType): FieldProblem {
  const known = knownFields(schema, path.slice(0, -1));
  const nearest = nearestField(String(path.at(-1)), known);
  const hint = nearest ? `Write ${nearest}.` : `Remove it; the fields are ${known.join(', ')}.`;
  const map = yaml.document.getIn(path.slice(0, -1));
  const isNamed = ({ key }: Pair) => isScalar(key) && key.value === path.at(-1);
  const pair = isMap(map) ? map.items.find(isNamed) : undefined;
  const place = {
    field: fieldName(path),
    ...(pair ? yaml.positionOf(pair.key) : yaml.at(...path)),
  };
  return { rule: 'unknown-field', ...place, message: 'is not a known field.', hint };
}

function refusedValue(yaml: Yaml, { path, message }: z.core.$ZodIssue): FieldProblem {
  const place = { field: fieldName(path), ...yaml.at(...path) };
  const node = yaml.document.getIn(path, true);
  if (isScalar(node) && (message.startsWith('must be text') || node.value === null)) {
    const value = node.value as number | boolean | null;
    const advice = adviseOnValue(String(path.at(-1)), value, node.comment ?? undefined);
    return { rule: 'field-value', ...place, ...advice };
  }
  if (yaml.document.getIn(path) === undefined)
    return { rule: 'missing-field', ...place, message: 'is missing.', hint: `It ${message}` };
  const [what, ...hint] = message.split(/(?<=\.) /u);
  return { rule: 'field-value', ...place, message: what!, hint: hint.join(' ') };
}
