import type { FieldProblem } from './yaml-rules.ts';

/** What is wrong with a line of fields, in words for somebody who does not know YAML. */
type Advice = Pick<FieldProblem, 'field' | 'message' | 'hint'>;

const quoted = (value: string) => `"${value.replace(/["\\]/gu, '\\$&')}"`;

type Rule = (line: string, known: string) => Advice | undefined;

/** A known field that is not written as YAML has it; the pattern is what surrounds its name. */
const misspelt = ([before, after]: [string, string], message: string, hint = 'Write'): Rule => {
  return (line, known) => {
    const found = new RegExp(`^${before}(${known})${after}(.*)$`, 'iu').exec(line);
    if (!found) return undefined;
    const [, field, value = ''] = found;
    return { field: field!, message, hint: `${hint} ${field}: ${value.trim()}` };
  };
};

// The first that matches a line is its advice.
const rules: Rule[] = [
  (line) =>
    /^ *\t/u.test(line)
      ? { message: 'begins with a tab.', hint: 'Write spaces instead, or nothing.' }
      : undefined,
  misspelt(['\\s*-\\s+', ':\\s+'], 'begins with a hyphen.'),
  misspelt(['\\s+', ':\\s+'], 'is indented.', 'Begin the line with the field:'),
  misspelt(['', ':(?=\\S)'], 'has no space after the colon.'),
  misspelt(['', '(?:\\s*[=—–-]|(?=\\s))(?!\\s*:)'], 'has no colon after it.'),
  (line) => {
    const [, field, mark, value = ''] = /^([\w-]+):\s+(["'])(.*?)\s*$/u.exec(line) ?? [];
    if (field === undefined || mark === undefined) return undefined;
    if (!value.includes(mark)) {
      const hint = `Write it in a pair of them: ${field}: ${quoted(value)}`;
      return { field, message: `has no ${mark} at its end.`, hint };
    }
    if (!value.endsWith(mark)) {
      const other = mark === '"' ? "'" : '"';
      const hint = `Put the whole value in quotes: ${field}: ${other}${mark}${value}${other}`;
      return { field, message: `goes on after a pair of ${mark}.`, hint };
    }
    const inner = value.slice(0, -1);
    if (mark === '"' || !/[^']'[^']/u.test(inner)) return undefined;
    const hint = `Write it in double quotes: ${field}: ${quoted(inner)}`;
    return { field, message: "has a ' within a pair of them.", hint };
  },
  (line) => {
    const [, field, value = ''] = /^([\w-]+):\s+(.*\S)\s*$/u.exec(line) ?? [];
    if (field === undefined || /^["']/u.test(value)) return undefined;
    const special = /^(?:[@`%!&*|>{[]|-(?=\s))/u.exec(value)?.[0];
    const hint = `Put the value in quotes: ${field}: ${quoted(value)}`;
    if (special !== undefined) {
      const message = `begins with ${special}, which means something else in YAML.`;
      return { field, message, hint };
    }
    if (!/:(?:\s|$)/u.test(value)) return undefined;
    return { field, message: 'has a second colon.', hint };
  },
];

/** What is wrong with lines that YAML does not take, or takes for something else than fields. */
export function adviseOnLines(text: string, knownFields: string[]): FieldProblem[] {
  const known = knownFields.join('|');
  return text.split('\n').flatMap((line, index) => {
    const advices = rules.flatMap((rule) => rule(line, known) ?? []);
    return advices
      .slice(0, 1)
      .map((advice) => ({ rule: 'yaml-syntax', line: index + 1, column: 1, ...advice }));
  });
}

/** What is wrong with a value that is missing, or that YAML does not take for text. */
export function adviseOnValue(
  field: string,
  value: number | boolean | null,
  comment: string | undefined,
): Advice {
  if (value === null && comment !== undefined) {
    const hint = `Put the value in quotes: ${field}: "#${comment}"`;
    return { message: 'is empty, as the # makes the rest of the line a comment.', hint };
  }
  if (value === null) {
    return { message: 'has no value.', hint: 'Write it after the colon, or remove the field.' };
  }
  const kind = typeof value === 'number' ? 'a number' : 'true or false';
  return {
    message: `is ${kind} to YAML.`,
    hint: `Put it in quotes: ${field}: "${String(value)}"`,
  };
}
