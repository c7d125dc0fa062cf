import fc from 'fast-check';
import { parseList, type SavedList } from '../../../../src/client/saved/list.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,6}){0,2}$/u);

/** Strings that could be mistaken for syntax of a file. */
const hostile = [
  '# ',
  '## [x](/quotes/x/)',
  '> ',
  '\\',
  '\\#',
  '\\\\> ',
  '---',
  '{',
  '\r\n',
  '\uFEFF',
];

const note = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\n\n', ...hostile)), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''));

/** An arbitrary list of saved quotes, with any notes. */
export function savedList(minLength = 0): fc.Arbitrary<SavedList> {
  return fc
    .uniqueArray(fc.record({ id, note }), { selector: (saved) => saved.id, minLength })
    .map(parseList);
}
