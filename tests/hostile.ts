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
import { hostileCases, validFiles } from './unit/hostile/cases.ts';

// Builds hostile files and checks that every page has only elements that a harmless site has too,
// and that each text is complete and in its place. A fixed seed gives the same result each time.

const written: Record<string, string | Uint8Array> = { ...validFiles };
for (const { path, content, inert } of hostileCases) {
  if (inert && path.startsWith('quotes/')) written[path] = content;
}
const generated = fc.sample(hostileFile, { numRuns: 150, seed: 4 });
for (const [index, content] of generated.entries()) written[`quotes/any-${index}.md`] = content;
// A harmless quote with everything that a quote may have; no other page may have more elements.
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
// Throws if an error does not name its file, which was then not removed.
const { collection } = loadCollectionOrThrow(content);

// Far more time than needed, to detect quadratic work.
const limit = setTimeout(() => {
  console.error('The build of hostile files does not end.');
  process.exit(1);
}, 300_000);
// Scripts in pages contain the base path.
const { BASE_PATH } = sites.complete;
const dist = join(await buildElsewhere({ CONTENT_DIR: content, BASE_PATH }), 'dist');
clearTimeout(limit);
const pages = pagesOf(dist);
const ours = pagesOf(join(await buildSite('complete'), 'dist'));
// Only the figure, because the rest of the page shows other quotes too.
const harmless = figureOf('harmless')!;
const known = new Set([harmless, ...ours.values()].flatMap(elementsOf).flatMap(formsOf));
const scripts = new Set([...ours.values()].flatMap((page) => scriptsOf(page)));
const shape = shapeOf(harmless);

const faults = [
  ...[...pages].flatMap(([name, page]) => intrudersIn(page).map((fault) => `${name}: ${fault}`)),
  ...collection.quotes.flatMap((quote) => lossesOf(quote).map((fault) => `${quote.id}: ${fault}`)),
];
for (const fault of faults.slice(0, 20)) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
console.log(
  `${refused.size} of ${Object.keys(written).length} files are rejected with errors; ` +
    `the ${pages.size} pages of the others have ${faults.length} faults.`,
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

/** Returns the name of an element, and the name combined with each of its attributes. */
function formsOf({ tagName, attrs }: Element): string[] {
  return [tagName, ...attrs.map(({ name }) => `${tagName} ${name}`)];
}

/** Returns the contents of scripts: those that run, or those that only contain data. */
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

/** Finds unknown elements, attributes and scripts, invalid data, and addresses that run code. */
function intrudersIn(page: Node): string[] {
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

/** Returns the names of the elements in a figure, except those inside a quote. */
function shapeOf(figure: Element): string {
  const names = elementsOf(figure).map(({ tagName }) => tagName);
  return names.filter((name) => !/^(?:p|em|strong|code|br)$/u.test(name)).join(' ');
}

/** Undoes the typesetting of marks, which depends on the context and has other tests. */
function straight(text: string): string {
  return text.replace(/[‘’“”"]/gu, "'").replaceAll('—', '--');
}

/** Lists the texts of a quote that its page does not show unchanged. */
function lossesOf({ id, text, lang, theme, source, person }: Quote): string[] {
  const figure = figureOf(id);
  if (!figure) return ['has no page'];
  const textWhere = (isIt: (element: Element) => boolean) =>
    straight(elementsOf(figure).filter(isIt).map(textOf).join('\n\n'));
  const texts: [expected: string, actual: string][] = [
    [typeset(theme?.label ?? '', collection.lang), textWhere(({ tagName }) => tagName === 'h1')],
    [typeset(text, lang), textWhere(({ tagName }) => tagName === 'p')],
    [
      typeset(person?.label ?? '', collection.lang),
      textWhere((element) => attributeOf(element, 'class') === 'p-author'),
    ],
    [typeset(source?.label ?? '', collection.lang), textWhere(({ tagName }) => tagName === 'cite')],
    [shape, shapeOf(figure)],
  ];
  return texts
    .filter(([expected, actual]) => straight(expected) !== actual)
    .map((differing) => `${differing.map((text) => JSON.stringify(text)).join(' is shown as ')}`);
}
