import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '../../../src/collection/urls.ts';
import { formatProblem } from '../../../src/loader/diagnostic.ts';
import { readCollection } from '../../../src/loader/load.ts';
import { temporaryFolder, writeFiles } from '../folders.ts';

/** The beginning of every PNG. */
const png = Buffer.from('89504e470d0a1a0a', 'hex');

/** What is read of a folder with these files below `pages/` and one quote. */
function read(pages: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder();
  writeFiles(folder, [
    ['collection.yaml', 'title: T\n'],
    ['quotes/a.md', 'Text.\n'],
    ...Object.entries(pages).map(([name, text]) => [`pages/${name}`, text] as const),
  ]);
  const { collection, problems } = readCollection(folder);
  return { folder, collection, problems: problems.map(formatProblem) };
}

/** The problems of `pages/about.md` with this body, whose first line is the fifth of the file. */
function problemsOf(body: string, others: Record<string, string | Uint8Array> = {}): string[] {
  return read({ 'about.md': `---\ntitle: About\n---\n\n${body}\n`, ...others }).problems;
}

test('a page has a title, a place in the menu where it asks for one, and the images that it shows', () => {
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
])('%s is an image by what it contains', (name, bytes) => {
  expect(problemsOf(`![Me](${name})`, { [name]: bytes })).toEqual([]);
  expect(problemsOf(`![Me](${name})`, { [name]: '<html>' })).toEqual([
    `pages/about.md:5: body: shows ${name}, which is no ${name.slice(3).toUpperCase()} image. Export it again in the format that its name says.`,
  ]);
});

test('headings begin below the title, whatever level a page begins with', () => {
  const { collection } = read({ 'about.md': '---\ntitle: A\n---\n\n## B\n\n#### C\n\n## D\n' });
  const depths = collection!.ownPages[0]!.blocks.map((block) => 'depth' in block && block.depth);
  expect(depths).toEqual([2, 3, 2]);
});

test('links and images by reference lead where their definitions say', () => {
  const body = '[a][x] ![Me][me]\n\n[x]: https://a.example/\n[me]: me.png';
  const { collection } = read({ 'about.md': `---\ntitle: A\n---\n\n${body}\n`, 'me.png': png });
  expect(collection!.ownPages[0]!.blocks).toMatchObject([
    {
      children: [
        { type: 'link', url: 'https://a.example/' },
        { type: 'text' },
        { type: 'image', url: 'me.png' },
      ],
    },
  ]);
});

test.each([
  ['Text.\n', 'pages/about.md:1: title: is missing.'],
  ['title: A\n---\n\nText.\n', 'pages/about.md:1: has fields without a line of --- above them.'],
  ['---\ntitle: A\nmenu: top\n---\n\nText.\n', 'pages/about.md:3: menu: must be true or false.'],
  ['---\ntitel: A\n---\n\nText.\n', 'pages/about.md:2: titel: is not a known field.'],
  ['---\ntitle: A\n---\n', 'pages/about.md:3: body: is empty. Write the page below the ---.'],
])('a page like %j is refused', (text, message) => {
  expect(read({ 'about.md': text }).problems.join('\n')).toContain(message);
});

test.each([
  ['<b>Hello</b>', 'pages/about.md:5: body: contains HTML.'],
  ['A note[^1].\n\n[^1]: Here.', 'pages/about.md:5: body: contains a footnote.'],
  ['- [x] done', 'pages/about.md:5: body: contains a task list.'],
  ['![](me.png)', 'pages/about.md:5: body: shows me.png without saying what it is.'],
  ['![Me](you.png)', 'shows you.png, which is no image beside it.'],
  [
    '![Me](https://a.example/me.png)',
    'shows https://a.example/me.png, which is no image beside it.',
  ],
  ['![Me](../me.png)', 'shows ../me.png, which is no image beside it.'],
  ['[a](imprint.md)', 'links to imprint.md, which is no page of this site. Write ../imprint/.'],
  ['[a](/imprint/)', 'links to /imprint/, which is no page of this site. Write ../imprint/.'],
  ['[a](../nowhere/)', 'links to ../nowhere/, which is no page of this site.'],
  ['[a](../../quotes/)', 'links to ../../quotes/, which is no page of this site.'],
  ['[a](javascript:alert(1))', 'links to javascript:alert(1), which is no page of this site.'],
  ['a&#x202E;b', 'contains the invisible or control character U+202E.'],
])('a page may not contain %j', (body, message) => {
  const others = { 'imprint.md': '---\ntitle: I\n---\n\nText.\n', 'me.png': png };
  expect(problemsOf(body, others).join('\n')).toContain(message);
});

test.each([
  '[a](https://a.example/) <me@a.example> https://b.example',
  '[a](../) [b](../quotes/a/) [c](../about/#top) [d](../book.epub)',
])('a page may link to the web, mail and pages of the site: %s', (body) => {
  expect(problemsOf(body)).toEqual([]);
});

test.each(['About.md', 'search.md', 'index.md', 'über.md'])(
  '%s is no address of a page',
  (name) => {
    expect(read({ [name]: '---\ntitle: A\n---\n\nText.\n' }).problems.join('\n')).toContain(
      `pages/${name}: has a name that cannot be the address of a page.`,
    );
  },
);

test('what no page shows is named', () => {
  expect(problemsOf('Text.', { 'old.png': '' })).toEqual([
    'pages/old.png: warning: is no page and shown by none. A page is a file here whose name ends in .md; its images are those it shows.',
  ]);
});

test('every name directly below the base is taken', () => {
  const names = readdirSync('src/pages')
    .map((name) => name.replace(/\..*/u, ''))
    .filter((name) => !/^(?:\[.*|index)?$/u.test(name));
  expect(names.filter((name) => !routes.includes(name))).toEqual([]);
});
