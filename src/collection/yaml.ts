import type { z } from 'astro/zod';
import { isAlias, isScalar, isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { findForbidden } from './characters.ts';
import type { Problem } from './problem.ts';

type FieldProblem = Omit<Problem, 'file' | 'severity'>;

/** Where each field of a YAML text stands, so that a problem can name its line. */
function fieldLine(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
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
      const line = node.range ? lines.linePos(node.range[0]).line : 1;
      const anchor = !isAlias(node) && node.anchor !== undefined;
      if (isAlias(node) || anchor) {
        const message = 'uses a YAML anchor or alias.';
        problems.push({
          line,
          message,
          fix: 'Write the value out, or put it in quotes.',
        });
      } else if (node.tag?.startsWith('!') || (isScalar(node) && node.tag)) {
        problems.push({
          line,
          message: `uses the YAML tag ${node.tag}.`,
          fix: 'Remove the tag.',
        });
      }
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === '<<') {
        const line = pair.key.range ? lines.linePos(pair.key.range[0]).line : 1;
        const message = 'uses a YAML merge key.';
        problems.push({ line, message, fix: 'Write the fields out.' });
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
      const line = node.range ? lines.linePos(node.range[0]).line : 1;
      const pair = path.findLast((parent) => 'key' in parent && isScalar(parent.key));
      const field =
        pair && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : undefined;
      const message = `holds the invisible or control character ${found.name}.`;
      problems.push({
        line,
        ...(field && { field }),
        message,
        fix: 'Remove it.',
      });
    },
  });
  return problems;
}

/** Reads YAML 1.2 by a strict schema; `firstLine` is the file's line on which the text begins. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): { data?: z.output<Schema>; problems: FieldProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: false,
    strict: true,
  });
  const shift = (problems: FieldProblem[]): FieldProblem[] =>
    problems.map((problem) => ({
      ...problem,
      line: (problem.line ?? 1) + firstLine - 1,
    }));

  if (document.errors.length > 0 || document.warnings.length > 0) {
    const problems = [...document.errors, ...document.warnings].map(
      ({ code, message, linePos }) => ({
        line: linePos?.[0].line ?? 1,
        message: `is not valid YAML: ${message.split(/ at line |\n/u)[0]!.replace(/:$/u, '')}.`,
        fix:
          code === 'DUPLICATE_KEY'
            ? 'Keep one of the two.'
            : 'Put a value with special characters in quotes.',
      }),
    );
    return { problems: shift(problems) };
  }
  const refused = [...rejectIndirection(document, lines), ...forbiddenIn(document, lines)];
  if (refused.length > 0) return { problems: shift(refused) };

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue): FieldProblem[] => {
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path];
    return paths.map((path) => {
      const field = fieldName(path);
      const line = fieldLine(document, lines, path);
      if (issue.code === 'unrecognized_keys') {
        const message = 'is not a known field.';
        return { field, line, message, fix: 'Correct its name or remove it.' };
      }
      const missing = issue.code === 'invalid_type' && document.getIn(path) === undefined;
      const [message, ...fix] = missing
        ? ['is missing.', `It ${issue.message}`]
        : issue.message.split(/(?<=\.) /u);
      return { field, line, message: message!, fix: fix.join(' ') };
    });
  });
  return { problems: shift(problems) };
}
