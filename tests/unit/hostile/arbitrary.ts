import fc from 'fast-check';
import { toMarkdown } from '../../../src/loader/markdown.ts';

/** Texts with a meaning in elements, attributes, scripts, templates or Markdown. */
const attacks = [
  '<script>pwned=1</script>',
  '"><img src=x onerror=pwned=1>',
  '" onmouseover="pwned=1" x="',
  "' autofocus onfocus='pwned=1' x='",
  '</title><svg onload=pwned=1>',
  '</textarea></template></style>',
  '</script><script>pwned=1//',
  '<iframe srcdoc=x>',
  '<base href=//evil.example>',
  '<plaintext>',
  '<a href=javascript:pwned=1>',
  '[a](javascript:pwned=1)',
  '![a](//evil.example)',
  '&lt;b&gt;',
  '&#60;i&#62;',
  '<!--',
  '<![CDATA[',
  '{{pwned}}${pwned}',
  '`*_',
];

const word = fc.stringMatching(/^[a-z]{3,9}$/u);

/** A line of attacks between words, which make it unique. */
const line = fc
  .array(fc.oneof(fc.constantFrom(...attacks, '"', "'", '\\', '<', '&'), word), {
    minLength: 2,
    maxLength: 5,
  })
  .map((pieces) => pieces.join(' '));

const lines = fc.array(line, { minLength: 1, maxLength: 3 });

/** A text that is usually escaped for Markdown or YAML, and sometimes raw. */
const escaped = <T>(text: fc.Arbitrary<T>, escape: (text: T) => string, raw: (text: T) => string) =>
  fc.oneof({ weight: 12, arbitrary: text.map(escape) }, { weight: 1, arbitrary: text.map(raw) });

const field = escaped(line, JSON.stringify, (text) => text);
const body = escaped(
  lines,
  (texts) => toMarkdown(texts.join('\n')),
  (texts) => texts.join('\n\n'),
);

/** The file of a quote in which every text is an attack. */
export const hostileFile: fc.Arbitrary<string> = fc
  .record({ theme: field, source: field, person: field, locator: field, body })
  .map(
    ({ body: text, ...fields }) =>
      `---\npart: 1\n${Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join('')}---\n\n${text}\n`,
  );
