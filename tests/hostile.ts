import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Quote } from '../src/collection/model.ts';
import { readCollection, loadCollectionOrThrow } from '../src/loader/load.ts';
import { typeset } from '../src/text/typography.ts';
import { buildElsewhere } from './build-copy.mjs';
import { attributeOf, elementsOf, type Element, type Node } from './html-elements.ts';
import { buildSite, sites } from './sites.mjs';
import { hostileFile } from './unit/hostile/arbitrary.ts';
import { hostileCases, soundFiles } from './unit/hostile/cases.ts';

// Hostile files, built: every page has only elements that a harmless site has too, each text is where it
// belongs, and whole. With one seed, so that a build that passed once passes again.

const written: Record<string, string | Uint8Array> = { ...soundFiles };
for (const { path, content, inert } of hostileCases) {
  if (inert && path.startsWith('quotes/')) written[path] = content;
}
const generated = fc.sample(hostileFile, { numRuns: 150, seed: 4 });
for (const [index, content] of generated.entries()) written[`quotes/any-${index}.md`] = content;
// Whatever a quote may have, without harm: no other may have more.
written['quotes/harmless.md'] = `---
part: 1
theme: On harm
source: A book
person: Somebody
url: https://example.org/
locator: p. 1
---

A *quote* with **all** that a \`quote\`\\
may have.
`;

const content = mkdtempSync(join(tmpdir(), 'quote-browser-hostile-'));
process.on('exit', () => rmSync(content, { recursive: true, force: true }));
for (const [path, text] of Object.entries(written)) {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
const refused = new Set(
  readCollection(content)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ file }) => file),
);
for (const path of refused) rmSync(join(content, path));
// Files that are refused without being named are refused here again.
const { collection } = loadCollectionOrThrow(content);

// Far more than it takes: what it stops is work that grows with the square.
const limit = setTimeout(() => {
  console.error('The build of hostile files does not end.');
  process.exit(1);
}, 300_000);
// Scripts in pages name the base path.
const { BASE_PATH } = sites.complete;
const dist = join(await buildElsewhere({ CONTENT_DIR: content, BASE_PATH }), 'dist');
clearTimeout(limit);
const pages = pagesOf(dist);
const ours = pagesOf(join(await buildSite('complete'), 'dist'));
// Not the whole page around it, which names others.
const harmless = figureOf('harmless')!;
const known = new Set([harmless, ...ours.values()].flatMap(elementsOf).flatMap(formsOf));
const scripts = new Set([...ours.values()].flatMap((page) => scriptsOf(page)));
const shape = shapeOf(harmless);

const found = [
  ...[...pages].flatMap(([name, page]) => strangersIn(page).map((said) => `${name}: ${said}`)),
  ...collection.quotes.flatMap((quote) => lossesOf(quote).map((said) => `${quote.id}: ${said}`)),
];
for (const said of found.slice(0, 20)) console.error(said);
if (found.length > 0) process.exitCode = 1;
console.log(
  `Of ${Object.keys(written).length} files ${refused.size} are refused by name; ` +
    `the ${pages.size} pages of the others have ${found.length} faults.`,
);

function pagesOf(root: string): Map<string, DefaultTreeAdapterTypes.Document> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, parse(readFileSync(join(root, name), 'utf8'))]),
  );
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && node.tagName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** An element by its name, and by that with each of its attributes. */
function formsOf({ tagName, attrs }: Element): string[] {
  return [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)];
}

/** What scripts say: those that run, or the data of those that do not. */
function scriptsOf(page: Node, isData = false): string[] {
  return elementsOf(page)
    .filter(({ tagName }) => tagName === 'script')
    .filter((script) => /json|speculation/u.test(attributeOf(script, 'type') ?? '') === isData)
    .map(textOf);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What no page of ours has: elements, attributes, scripts, broken data, addresses that run. */
function strangersIn(page: Node): string[] {
  const elements = elementsOf(page);
  const forms = elements.flatMap(formsOf).filter((form) => !known.has(form));
  const addresses = elements.flatMap(({ attrs }) =>
    attrs.filter(({ name }) => /^(?:href|src|action|cite)$/u.test(name)).map(({ value }) => value),
  );
  return [
    ...new Set(forms),
    ...scriptsOf(page).filter((script) => !scripts.has(script)),
    ...scriptsOf(page, true).filter((data) => !isJson(data)),
    ...addresses.filter((address) => /^\s*(?:javascript|data|vbscript):/iu.test(address)),
  ];
}

function figureOf(id: string): Element | undefined {
  const page = pages.get(join('quotes', id, 'index.html'));
  return page && elementsOf(page).find((element) => attributeOf(element, 'data-quote') === id);
}

/** The elements of a figure, but for those by which its quote is emphasised. */
function shapeOf(figure: Element): string {
  const names = elementsOf(figure).map(({ tagName }) => tagName);
  return names.filter((name) => !/^(?:p|em|strong|code|br)$/u.test(name)).join(' ');
}

/** Typography has tests of its own: marks bend by what is before them, and become inner ones in a quote. */
function straight(text: string): string {
  return text.replace(/[‘’“”"]/gu, "'").replaceAll('—', '--');
}

/** What of a quote its page does not say as it is. */
function lossesOf({ id, text, lang, theme, source, person }: Quote): string[] {
  const figure = figureOf(id);
  if (!figure) return ['has no page'];
  const shown = (isIt: (element: Element) => boolean) =>
    straight(elementsOf(figure).filter(isIt).map(textOf).join('\n\n'));
  const texts: [whole: string, shown: string][] = [
    [typeset(theme?.label ?? '', collection.lang), shown(({ tagName }) => tagName === 'h1')],
    [typeset(text, lang), shown(({ tagName }) => tagName === 'p')],
    [
      typeset(person?.label ?? '', collection.lang),
      shown((element) => attributeOf(element, 'class') === 'p-author'),
    ],
    [typeset(source?.label ?? '', collection.lang), shown(({ tagName }) => tagName === 'cite')],
    [shape, shapeOf(figure)],
  ];
  return texts
    .filter(([whole, shown]) => straight(whole) !== shown)
    .map((differing) => `${differing.map((each) => JSON.stringify(each)).join(' is shown as ')}`);
}
