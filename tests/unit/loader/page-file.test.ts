import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '../../../src/collection/urls.ts';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

/** The first bytes of a PNG. */
const png = Buffer.from('89504e470d0a1a0a', 'hex');

/** Reads a folder with these files in `pages/` and one quote. */
function read(pages: Record<string, string | Uint8Array>, lang = 'en') {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['collection.yaml', `title: T\nlang: ${lang}\n`],
    ['quotes/a.md', 'Text.\n'],
    ...Object.entries(pages).map(([name, text]) => [`pages/${name}`, text] as const),
  ]);
  const { collection, problems } = readCollection(folder);
  return { folder, collection, problems: problems.map(formatProblem) };
}

/** Returns the problems of `pages/about.md` with this body, which begins on line 5. */
function problemsOf(body: string, others: Record<string, string | Uint8Array> = {}): string[] {
  return read({ 'about.md': `---\ntitle: About\n---\n\n${body}\n`, ...others }).problems;
}

test('a page has a title, an optional menu entry, and the images that it shows', () => {
  const { folder, collection, problems } = read({
    'about.md': '---\ntitle: About\nmenu: true\n---\n\nHello *you*.\n\n![Me](./me.png)\n',
    'imprint.md': '---\ntitle: Imprint\n---\n\nMy address.\n',
    'me.png': png,
  });
  expect(problems).toEqual([]);
  expect(collection!.ownPages).toMatchObject([
    {
      slug: 'about',
      title: 'About',
      menu: true,
      description: 'Hello you.',
      images: { 'me.png': join(folder, 'pages/me.png') },
    },
    { slug: 'imprint', title: 'Imprint', menu: false, images: {} },
  ]);
});

test.each([
  ['me.png', png],
  ['me.jpg', Buffer.from('ffd8ffe0', 'hex')],
  ['me.gif', Buffer.from('GIF89a')],
  ['me.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
  ['me.avif', Buffer.from('\0\0\0\x1Cftypavif')],
  ['me.svg', Buffer.from('<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"/>')],
])('%s must have the content of its image format', (name, bytes) => {
  expect(problemsOf(`![Me](${name})`, { [name]: bytes })).toEqual([]);
  expect(problemsOf(`![Me](${name})`, { [name]: '<html>' })).toEqual([
    `pages/about.md:5: body: shows ${name}, which is not in ${name.slice(3).toUpperCase()} format. Export it in the format of its file name.`,
  ]);
});

test('headings begin at level 2, whatever level a page uses', () => {
  const { collection } = read({
    'about.md': '---\ntitle: A\n---\n\n# B\n\n#### C\n\n# D\n\n> ## E\n',
  });
  expect(collection!.ownPages[0]!.blocks).toMatchObject([
    { depth: 2 },
    { depth: 4 },
    { depth: 2 },
    { children: [{ depth: 3 }] },
  ]);
});

test('reference links and images are resolved by their definitions', () => {
  const body =
    '[a][x] ![Me][me]\n\n> [x]: https://a.example/ "T"\n\n[x]: https://b.example/\n[me]: me.png "U"';
  const { collection } = read({ 'about.md': `---\ntitle: A\n---\n\n${body}\n`, 'me.png': png });
  expect(collection!.ownPages[0]!.blocks).toMatchObject([
    {
      children: [
        { type: 'link', url: 'https://a.example/', title: 'T' },
        { type: 'text' },
        { type: 'image', url: 'me.png', title: 'U' },
      ],
    },
    { type: 'blockquote', children: [] },
  ]);
});

test.each([
  ['Text.\n', 'pages/about.md:1: title: is missing.'],
  ['title: A\n---\n\nText.\n', 'pages/about.md:1: has fields without a line of --- above them.'],
  ['---\ntitle: A\nmenu: top\n---\n\nText.\n', 'pages/about.md:3: menu: must be true or false.'],
  ['---\ntitel: A\n---\n\nText.\n', 'pages/about.md:2: titel: is not a known field.'],
  ['---\ntitle: A\n---\n', 'pages/about.md:3: body: is empty. Write the page below the ---.'],
])('a page like %j is rejected', (text, message) => {
  expect(read({ 'about.md': text }).problems.join('\n')).toContain(message);
});

test.each([
  [
    '<b>Hello</b>',
    'pages/about.md:5: body: contains HTML. Remove it, or escape a literal < or [ with a backslash.',
  ],
  ['A note[^1].\n\n[^1]: Here.', 'pages/about.md:5: body: contains a footnote.'],
  ['A note[^1].\n\n[^1]: Here.', 'pages/about.md:7: body: contains a footnote.'],
  ['- [x] done', 'pages/about.md:5: body: contains a task list. Write a list without [ ] and [x].'],
  [
    '![](me.png)',
    'pages/about.md:5: body: shows me.png, which has no description. Describe it for people who cannot see it: ![A lighthouse at night](me.png).',
  ],
  [
    '![Me](you.png)',
    'shows you.png, which is not an image in pages/. Put an image into pages/ and write its name: letters, digits and hyphens, then .avif, .gif, .jpg, .png, .svg or .webp.',
  ],
  [
    '![Me](https://a.example/me.png)',
    'shows https://a.example/me.png, which is not an image in pages/.',
  ],
  ['![Me](../me.png)', 'shows ../me.png, which is not an image in pages/.'],
  ['[a](imprint.md)', 'links to imprint.md, which is not a page of this site. Write ../imprint/.'],
  ['[a](/imprint/)', 'links to /imprint/, which is not a page of this site. Write ../imprint/.'],
  [
    '[a](imprint.md?b#c)',
    'links to imprint.md?b#c, which is not a page of this site. Write ../imprint/.',
  ],
  ['[a](x:https://a.example)', 'links to x:https://a.example, which is not a page of this site.'],
  ['[a](xmailto:a@a.example)', 'links to xmailto:a@a.example, which is not a page of this site.'],
  ['[a](mailto:a@b@a.example)', 'links to mailto:a@b@a.example, which is not a page of this site.'],
  [
    '[a](../nowhere/)',
    'links to ../nowhere/, which is not a page of this site. Write a web address, a mail address as mailto:name@example.org, or the path of a page, such as ../quotes/.',
  ],
  ['[a](../../quotes/)', 'links to ../../quotes/, which is not a page of this site.'],
  ['[a](javascript:alert(1))', 'links to javascript:alert(1), which is not a page of this site.'],
  ['a&#x202E;b', 'contains the invisible or control character U+202E.'],
])('a page may not contain %j', (body, message) => {
  const others = { 'imprint.md': '---\ntitle: I\n---\n\nText.\n', 'me.png': png };
  expect(problemsOf(body, others).join('\n')).toContain(message);
});

test.each([
  '[a](https://a.example/) <me@a.example> https://b.example http://c.example',
  '- a\n- b',
  '[a](../) [b](../quotes/a/) [c](../about/#top) [d](../book.epub)',
])('a page may link to the web, mail and pages of the site: %s', (body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each([
  ['About.md', 'about'],
  ['search.md', 'search-2'],
  ['index.md', 'index-2'],
  ['über.md', 'ueber'],
])('%s cannot be the address of a page; %s can', (name, better) => {
  expect(read({ [name]: '---\ntitle: A\n---\n\nText.\n' }, 'de').problems).toEqual([
    `pages/${name}: has a name that cannot be the address of a page. Rename it to ${better}.md: lower-case letters, digits and hyphens.`,
  ]);
});

test('a page that cannot be read or exceeds a limit is reported', () => {
  expect(
    read({ 'a.md': Buffer.from('\xE9', 'latin1'), 'b.md': `${'['.repeat(51)}` }).problems,
  ).toEqual([
    'pages/a.md:1: is not UTF-8 text. Save it with UTF-8 encoding.',
    'pages/b.md:1: body: contains more than 50 levels of nesting. Shorten it, or escape literal marks with a backslash.',
  ]);
});

test('a page is described by its first paragraph, if it has one', () => {
  const of = (body: string) =>
    read({ 'a.md': `---\ntitle: A\n---\n\n${body}\n` }).collection!.ownPages[0]!.description;
  expect(of('# B\n\n- c\n\nD *e*.\n\nF.')).toBe('D e.');
  expect(of('# B')).toBe('');
  expect(of('D\\\nE.')).toBe('D\nE.');
});

test('a file that no page shows is reported', () => {
  expect(problemsOf('Text.', { 'old.png': '' })).toEqual([
    'pages/old.png: warning: is neither a page nor shown by one. The name of a page ends in .md. An image is read if a page shows it.',
  ]);
});

test('every route of the site is reserved', () => {
  const names = readdirSync('src/pages')
    .map((name) => name.replace(/\..*/u, ''))
    .filter((name) => !/^(?:\[.*|index)?$/u.test(name));
  expect(names.filter((name) => !routes.includes(name))).toEqual([]);
});
