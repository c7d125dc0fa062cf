import type { Scalar } from 'yaml';
import type { Finding } from './diagnostic.ts';

const quoted = (value: string) => `"${value.replace(/["\\]/gu, '\\$&')}"`;

/**
 * Explains invalid lines to people who do not know YAML: a message, the pattern of the line and a
 * hint. The first pattern that matches is used. KNOWN is a known field, ANY is any field with its
 * colon, VALUE is the rest of the line.
 */
const lineAdvice: Record<string, [pattern: string, hint: string]> = {
  'begins with a tab.': [' *\\t[^]*', 'Remove it, or use spaces.'],
  'begins with a hyphen.': ['\\s*-\\s+KNOWN:\\s+VALUE', 'Write {field}: {value}'],
  'is indented.': ['\\s+KNOWN:\\s+VALUE', 'Begin the line with the field: {field}: {value}'],
  'has no space after the colon.': ['KNOWN:(?=\\S)VALUE', 'Write {field}: {value}'],
  'has no colon after it.': [
    'KNOWN(?:\\s*[=—–-]|(?=\\s))(?!\\s*:)\\s*VALUE',
    'Write {field}: {value}',
  ],
  'has no {mark} at its end.': [
    `ANY(?<mark>["'])(?!.*\\k<mark>)VALUE`,
    'Put the whole value in quotes: {field}: {quoted}',
  ],
  'continues after the closing {mark}.': [
    `ANY(?<mark>["'])(?!.*\\k<mark>\\s*$)VALUE`,
    'Put the whole value in quotes: {field}: {other}{mark}{value}{other}',
  ],
  "has a ' inside single quotes.": [
    "ANY'(?<value>.*[^']'[^'].*)'\\s*",
    'Use double quotes: {field}: {quoted}',
  ],
  'has a " inside double quotes.': [
    'ANY"(?<value>.*[^\\\\]".*)"\\s*',
    'Write a backslash before it: {field}: {quoted}',
  ],
  'begins with {mark}, which has a special meaning in YAML.': [
    'ANY(?<value>(?<mark>[@`%!&*|>{[]|-(?=\\s+\\S))[^]*)',
    'Put the value in quotes: {field}: {quoted}',
  ],
  'has a second colon.': [
    `ANY(?![\\s"'])(?=.*:(?:\\s|$))VALUE`,
    'Put the value in quotes: {field}: {quoted}',
  ],
};

/** Explains lines that are invalid YAML, or valid but not fields. */
export function adviseOnLines(text: string, knownFields: string[]): Finding[] {
  const rules = Object.entries(lineAdvice).map(([message, [pattern, hint]]) => {
    const source = pattern
      .replace('KNOWN', `(?<field>${knownFields.join('|')})`)
      .replace('ANY', '(?<field>[\\w-]+):\\s+')
      .replace('VALUE', '(?<value>[^]*)');
    return { message, hint, pattern: new RegExp(`^${source}$`, 'iu') };
  });
  return text.split('\n').flatMap((line, index): Finding[] => {
    const advice = rules.find(({ pattern }) => pattern.test(line));
    if (!advice) return [];
    const { field, mark, value: rest = '' } = advice.pattern.exec(line)?.groups ?? {};
    const value = rest.trimEnd();
    const placeholders: Record<string, string | undefined> = {
      field,
      mark,
      value,
      other: mark === '"' ? "'" : '"',
      quoted: quoted(value),
    };
    const fill = (form: string) =>
      form.replace(/\{(\w+)\}/gu, (_, name: string) => placeholders[name] ?? '');
    const [message, hint] = [fill(advice.message), fill(advice.hint)];
    return [['yaml-syntax', message, hint, { line: index + 1, column: 1, field }]];
  });
}

/** Explains a value that is missing, or that YAML does not read as text. */
export function adviseOnValue(
  field: string,
  { value, source, comment }: Scalar<unknown>,
): [message: string, hint: string] {
  if (value !== null) {
    const kind = typeof value === 'number' ? 'a number' : 'true or false';
    return [`is ${kind} to YAML.`, `Put it in quotes: ${field}: "${source}"`];
  }
  if (typeof comment !== 'string')
    return [
      'has no value.',
      'Write it after the colon, or remove the field if it is not required.',
    ];
  const hint = `Put the value in quotes: ${field}: "#${comment}"`;
  return ['is empty, because the # makes the rest of the line a comment.', hint];
}
