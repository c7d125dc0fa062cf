import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { AstroIntegration } from 'astro';
import type { Nodes } from 'mdast';
import project from '../../package.json' with { type: 'json' };
import { type Collection, labelKinds } from '../collection/model.ts';
import { nodeText, plainText } from '../collection/plain-text.ts';
import { loadContent } from '../content.ts';
import { words } from '../i18n/words.ts';
import {
  charactersByFile,
  type Cut,
  fontFace,
  pointsOf,
  subset,
  themeFont,
} from '../outputs/font-files.ts';
import { readTheme } from '../outputs/theme.ts';
import { indexLetter } from '../text/index-order.ts';
import { languageCss } from '../text/language.ts';
import { inQuotationMarks, quotationMarks, typeset, typesetQuote } from '../text/typography.ts';
import { fallbackFaces, fontTokens } from './font-fallbacks.ts';

// With its default of 1.3e7, V8 spends 0.3 s on optimizing the WebAssembly for five font files,
// more than it saves. From 1e8 on it does not; values up to 2e9 make no difference.
setFlagsFromString('--wasm-tiering-budget=100000000');

// Serif: one weight, all optical sizes (one in italics).
const cuts: Cut[] = [
  { name: 'serif', role: 'serif', style: 'normal', axes: { wght: [400, 400] } },
  {
    name: 'serif-italic',
    role: 'serif',
    style: 'italic',
    axes: { wght: [400, 400], opsz: [28, 28] },
  },
  { name: 'sans', role: 'sans', style: 'normal', axes: { wght: [400, 500] } },
];

/** Characters that pages use in addition to texts. */
const signs = '#0123456789 \u00A0.,:/·…—“”‘’←↑→↓↵';

/** Features that browsers apply by default; others would add four glyphs per digit. */
const keepFeatures = 'calt ccmp clig curs kern liga locl mark mkmk rclt rlig rvrn'.split(' ');

function emphasizedText(node: Nodes): string {
  if (node.type === 'emphasis') return nodeText(node);
  return 'children' in node ? node.children.map(emphasizedText).join('') : '';
}

/** Returns the characters that the pages of a collection use, upright and in italics. */
export function charactersOf(collection: Collection): Record<Cut['style'], string> {
  const { lang, parts, quotes, ownPages, introduction } = collection;
  const { t, allText } = words(collection);
  const labels = [
    collection.title,
    collection.person,
    plainText(introduction),
    ...labelKinds.flatMap((kind) => collection[kind].map(({ label }) => label)),
    ...quotes.flatMap(({ person, locator }) => [person?.label, locator]),
    ...ownPages.flatMap(({ title, blocks }) => [title, ...blocks.map(nodeText)]),
  ].filter((label) => label !== undefined);
  const withTypeset = (text: string) => text + typeset(text, lang);
  // Index headings are upper case.
  const letters = labels.map((label) => indexLetter(label, lang));
  const texts = quotes.map(({ text, lang }) =>
    inQuotationMarks(text + typesetQuote(text, lang), lang),
  );
  const nodes = [
    ...quotes.flatMap(({ paragraphs }) => paragraphs.flat()),
    ...introduction.flat(),
    ...ownPages.flatMap(({ blocks }) => blocks),
  ];
  return {
    normal: [signs, allText, ...texts, ...labels.map(withTypeset), ...letters].join(''),
    italic: [
      ...parts.map(({ number }) => number),
      t('index.seeAlso'),
      withTypeset(nodes.map(emphasizedText).join('')),
    ].join(''),
  };
}

interface Face {
  name: string;
  css: string;
  subset: () => Promise<Buffer>;
}

/**
 * Returns the faces of each cut: one per script with the characters of the collection, and one with
 * the other Latin characters, which readers may type.
 */
function facesOf(text: ReturnType<typeof charactersOf>): Face[] {
  const theme = readTheme();
  // If two faces have a character, browsers use the later one. The rest may therefore have the
  // range of all Latin characters, which is the same for all fonts.
  const latin = (['serif', 'sans'] as const)
    .map((role) => pointsOf(themeFont(theme, role).files('normal')[0]!))
    .reduce((all, points) => all.union(points));
  return cuts.flatMap((cut) =>
    charactersByFile(cut, theme, text[cut.style]).flatMap(({ file, points }) => {
      const face = (suffix: string, points: Set<number>, range = points): Face => {
        const name = `${cut.name}${suffix}`;
        const weight = [...new Set(cut.axes['wght'])].join(' ');
        const source = `font-weight:${weight};font-display:swap;src:url(./${name}.woff2) format("woff2")`;
        return {
          name,
          css: fontFace(theme.family(cut.role), cut, range, source),
          subset: () => subset(file, points, cut, { targetFormat: 'woff2', keepFeatures }),
        };
      };
      const isLatin = file.script === 'latin';
      const rest = isLatin && cut.style === 'normal';
      return [
        ...(rest ? [face('-rest', pointsOf(file).difference(points), latin)] : []),
        ...(points.size > 0 ? [face(isLatin ? '' : `-${file.script}`, points)] : []),
      ];
    }),
  );
}

/** Returns the CSS of a language; browsers differ in quotation marks and omit French spaces. */
function languageRules(lang: string): string {
  const marks = quotationMarks(lang).map((mark) => `"${mark.replaceAll('\u00A0', '\\a0 ')}"`);
  return `:lang(${lang}){quotes:${marks.join(' ')}}${languageCss(lang)}`;
}

async function writeFaces(cache: string): Promise<string> {
  const { collection } = loadContent();
  const { lang, parts, quotes } = collection;
  const theme = readTheme();
  const faces = facesOf(charactersOf(collection));
  const styles = [
    parts.length > 0 ? `@source inline('part-{1..${parts.length}}');` : '',
    ...[...new Set([lang, ...quotes.map((quote) => quote.lang)])].map(languageRules),
    fontTokens(theme),
    ...faces.map(({ css }) => css),
    await fallbackFaces(theme),
  ].join('\n');
  const sources = ['./fonts.ts', '../outputs/font-files.ts'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  const inputs = JSON.stringify([project.dependencies, sources, styles]);
  const folder = join(cache, hash('sha256', inputs).slice(0, 16));
  const stylesheet = join(folder, 'fonts.css');
  if (existsSync(stylesheet)) return folder;

  mkdirSync(folder, { recursive: true });
  for (const { name, subset } of faces) {
    writeFileSync(join(folder, `${name}.woff2`), await subset());
  }
  // Written last: without it, the next build starts again.
  writeFileSync(stylesheet, `${styles}\n`);
  return folder;
}

/**
 * Subsets the fonts to the characters of the collection. Provides `#fonts/NAME.woff2` and
 * `#fonts/fonts.css`, with the quotation marks of its languages and, for Tailwind, the classes of
 * its parts. The files are cached by a hash of their inputs.
 */
export function fonts(): AstroIntegration {
  return {
    name: 'fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const folder = await writeFaces(fileURLToPath(new URL('./fonts/', config.cacheDir)));
        updateConfig({ vite: { resolve: { alias: { '#fonts': folder } } } });
      },
    },
  };
}
