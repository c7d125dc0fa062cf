import { expect, test } from 'vitest';
import { createPruner } from '../../../src/build/prune-css.ts';

const pruneCss = (css: string, attributes: string[]) =>
  createPruner(css)(attributes.map((names) => `<p class="${names}">`).join(''));

test('rules for classes that a page does not have are removed, also in media queries', () => {
  const css =
    '.flex{display:flex}.grid{display:grid}p{margin:0}' +
    '@media print{.grid{display:block}}@media (width>=52rem){.flex .wide\\:pt-1\\.75{padding:7px}}';
  expect(pruneCss(css, ['flex wide:pt-1.75'])).toBe(
    '.flex{display:flex}p{margin:0}@media (width>=52rem){.flex .wide\\:pt-1\\.75{padding:7px}}',
  );
});

test('classes are decoded from HTML, and braces in strings are not rules', () => {
  const css = '.\\[\\&_a\\]\\:underline a{text-decoration:underline}.x:before{content:"}"}';
  expect(pruneCss(css, ['[&#38;_a]:underline'])).toBe(
    '.\\[\\&_a\\]\\:underline a{text-decoration:underline}',
  );
  expect(pruneCss('.\\[\\&\\>p\\]\\:m-1>p{margin:1px}', ['[&amp;&gt;p]:m-1'])).not.toBe('');
  expect(pruneCss(css, ['x'])).toBe('.x:before{content:"}"}');
});

test('classes that scripts set are kept', () => {
  const used = 'p{order:var(--part)}';
  expect(pruneCss(`.part-41{--part:41}.step-8{top:1rem}${used}`, [])).toBe(
    `.part-41{--part:41}${used}`,
  );
});

test('custom properties that no rule uses are removed', () => {
  const css =
    '@layer theme{:root,:host{--a:1px;--b:2px}}.x{margin:var(--a)}' +
    '@property --tw-c{syntax:"*";inherits:false}';
  expect(pruneCss(css, ['x'])).toBe('@layer theme{:root{--a:1px}}.x{margin:var(--a)}');
});

test('a comment is not a selector', () => {
  expect(pruneCss('/*! v4.3.3 */@layer base{p{margin:0}}', [])).toBe('@layer base{p{margin:0}}');
});

test('fonts that no rule uses are removed', () => {
  const css = '.x{font-family:A,serif}.y{font-family:B,serif}';
  const [a, b] = ['A', 'B'].map((family) => `@font-face{font-family:${family};src:url(x)}`);
  expect(pruneCss(`${css}${a}${b}`, ['x'])).toBe(`.x{font-family:A,serif}${a}`);
});

test('pages with the same classes in another order have the same styles', () => {
  const prune = createPruner('.a{top:0}.b{left:0}.c{right:0}');
  const pages = ['<p class="b a">', '<template><i class="a"></i></template><b class="b d">'];
  expect(pages.map(prune)).toEqual(Array.from(pages, () => '.a{top:0}.b{left:0}'));
});

test('a class inside :not() need not be on the page', () => {
  const css = '.a:not(.b):before{content:open-quote}.a:not(:has(.b)) .c{margin:0}';
  expect(pruneCss(css, ['a'])).toBe('.a:not(.b):before{content:open-quote}');
});

test('a rule with several selectors is kept for any of them', () => {
  const css = '.a,:is(.\\*\\:a>*),.c\\,d{flex-basis:100%}';
  for (const name of ['*:a', 'c,d', 'a']) expect(pruneCss(css, [name])).toBe(css);
  expect(pruneCss(css, ['d'])).toBe('');
});
