import { isAlias, isMap, isNode, isPair, isScalar, visit } from 'yaml';
import type { Document, Scalar, YAMLMap } from 'yaml';
import { findForbiddenCharacter } from '../text/forbidden-characters.ts';
import { forbiddenCharacter, type Diagnostic, type Position } from './diagnostic.ts';
import type { RuleId } from './rules.ts';

/** Something wrong with a field, in a file that is not named. */
export type FieldProblem = Omit<Diagnostic, 'file' | 'severity'>;

/** More fields than any map of ours has, which would take long to compare with each other. */
const MAX_FIELDS = 100;

/**
 * Finds what YAML allows and content files do not need, in one walk: what makes a file invalid, and
 * comments that may be meant as text. Dates become the text that is written.
 */
export function checkYaml(
  document: Document,
  at: (node: unknown) => Position,
): { invalid: FieldProblem[]; comments: FieldProblem[] } {
  const invalid: FieldProblem[] = [];
  const comments: FieldProblem[] = [];
  visit(document, (_, node, path) => {
    const reject = (rule: RuleId, message: string, hint: string, place: unknown = node) =>
      invalid.push({ rule, ...at(place), message, hint });
    // Aliases, anchors and tags say things in YAML that no content file needs to say.
    if (isPair(node)) {
      const { key } = node;
      if (!isScalar(key))
        reject('yaml-indirection', 'uses a YAML key that is no plain text.', 'Write a name.', key);
      else if (key.value === '<<')
        reject('yaml-indirection', 'uses a YAML merge key.', 'Write the fields out.', key);
    } else if (isAlias(node) || (isNode(node) && node.anchor !== undefined)) {
      const hint = 'Write the value out, or put it in quotes.';
      reject('yaml-indirection', 'uses a YAML anchor or alias.', hint);
    } else if (isNode(node) && node.tag) {
      reject('yaml-indirection', `uses the YAML tag ${node.tag}.`, 'Remove the tag.');
    }
    if (isMap(node) && node.items.length > MAX_FIELDS) {
      reject('unknown-field', `has more than ${MAX_FIELDS} fields.`, 'Remove them.');
      return visit.BREAK;
    }
    if (isMap(node)) {
      for (const key of repeatedIn(node)) {
        const problem = { message: 'is written twice.', hint: 'Keep one of the two.' };
        invalid.push({ rule: 'yaml-syntax', field: String(key.value), ...at(key), ...problem });
      }
    }
    if (!isScalar(node)) return undefined;
    const key = path.findLast(isPair)?.key;
    const field = isScalar(key) ? String(key.value) : undefined;
    const place = { ...at(node), ...(field !== undefined && { field }) };
    // A year is as it is written: 0180, -0043.
    if (field === 'date') node.value = node.source;
    const problem = scalarProblem(node);
    if (problem) invalid.push({ ...place, ...problem });
    if (node.type === 'PLAIN' && typeof node.value === 'string' && node.comment) {
      const message = 'ends before the #, which makes the rest of the line a comment.';
      const hint = 'Put the value in quotes, or the comment on a line of its own.';
      comments.push({ rule: 'yaml-comment', ...place, message, hint });
    }
    return undefined;
  });
  return { invalid, comments };
}

function repeatedIn(map: YAMLMap): Scalar[] {
  const seen = new Set<unknown>();
  return map.items
    .map(({ key }) => key)
    .filter(isScalar)
    .filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** A forbidden character, or a number that programs or people read in different ways: 010, 0x1F, 1e3. */
function scalarProblem({ value, source }: Scalar): FieldProblem | undefined {
  const found = typeof value === 'string' ? findForbiddenCharacter(value) : undefined;
  if (found) return forbiddenCharacter(found);
  if (!Number.isSafeInteger(value) || source === String(value)) return undefined;
  const message = `is written as ${source}, which is not everywhere the same number.`;
  return { rule: 'field-value', message, hint: `Write ${String(value)}, or put text in quotes.` };
}

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
