import type { z } from 'astro/zod';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { findForbidden } from '../text/forbidden-characters.ts';
import { knownFields, nearestField } from './nearest-field.ts';
import type { Position } from './diagnostic.ts';
import { adviseOnLines, adviseOnValue } from './yaml-advice.ts';
import { fieldName, keyPosition, valuePosition } from './yaml-position.ts';
import { checkYaml, type FieldProblem } from './yaml-rules.ts';

/**
 * Reads YAML 1.2 by a strict schema; `firstLine` is the file's line on which the text begins.
 * `at` gives the place of a field that is there, `get` its value, whatever the schema says.
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
    // Looked for below: compared each with each, many keys take minutes.
    uniqueKeys: false,
  });
  const yaml = { document, lines };
  const shift = <P extends { line?: number }>(place: P) => {
    return { ...place, line: (place.line ?? 1) + firstLine - 1 };
  };
  const at = (...path: PropertyKey[]) => shift(valuePosition(yaml, path));
  const get = (field: string) => (isMap(document.contents) ? document.get(field) : undefined);

  const failed = (problems: FieldProblem[]) => ({ at, get, problems: problems.map(shift) });

  const directives = directiveIn(text);
  if (directives.length > 0) return failed(directives);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0 || !isMap(document.contents)) {
    const advice = adviseOnLines(text, knownFields(schema, []));
    const problems = advice.map((one) => ({ rule: 'yaml-syntax' as const, column: 1, ...one }));
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
  const { invalid, comments } = checkYaml(yaml);
  // Comments are read too, by people.
  if (invalid.length === 0) invalid.push(...forbiddenAnywhere(text, lines));
  if (invalid.length > 0) return failed(invalid);

  // An empty text has no fields, which may be enough.
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { data: result.data, ...failed(comments) };
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
        const place = keyPosition(yaml, path);
        return { rule: 'unknown-field', field, ...place, message, hint };
      }
      const place = valuePosition(yaml, path);
      const node = document.getIn(path, true);
      const isText = issue.message.startsWith('must be text');
      const advice =
        isScalar(node) && (isText || node.value === null)
          ? adviseOnValue(
              String(path.at(-1)),
              node.value as number | boolean | null,
              node.comment ?? undefined,
            )
          : undefined;
      if (advice) return { rule: 'field-value', field, ...place, ...advice };
      const missing = document.getIn(path) === undefined;
      const [message, ...hint] = missing
        ? ['is missing.', `It ${issue.message}`]
        : issue.message.split(/(?<=\.) /u);
      const rule = missing ? 'missing-field' : 'field-value';
      return { rule, field, ...place, message: message!, hint: hint.join(' ') };
    });
  });
  return failed([...problems, ...comments]);
}

function forbiddenAnywhere(text: string, lines: LineCounter): FieldProblem[] {
  const found = findForbidden(text);
  if (!found) return [];
  const { line, col: column } = lines.linePos(found.index);
  const message = `contains the invisible or control character ${found.name}.`;
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
