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

// V8 optimizes WebAssembly that has run for long. Below 1e8 (to 2e9 it makes no difference, the
// default is 1.3e7) this takes 0.3 s for five files, more than it saves.
setFlagsFromString('--wasm-tiering-budget=100000000');

// One weight with all optical sizes.
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

/** Characters that pages set beside those of texts. */
const signs = '#0123456789 \u00A0.,:/·…—“”‘’←↑→↓↵';

/** The features that browsers apply by default; others would add four more glyphs for each digit. */
const keepFeatures = 'calt ccmp clig curs kern liga locl mark mkmk rclt rlig rvrn'.split(' ');

/** The text of a node that is set in italics. */
function emphasised(node: Nodes): string {
  if (node.type === 'emphasis') return nodeText(node);
  return 'children' in node ? node.children.map(emphasised).join('') : '';
}

/** The characters that the pages of a collection set, upright and in italics. */
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
  const set = (text: string) => text + typeset(text, lang);
  // The headings of an index are upper case.
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
    normal: [signs, allText, ...texts, ...labels.map(set), ...letters].join(''),
    italic: [
      ...parts.map(({ number }) => number),
      t('index.seeAlso'),
      set(nodes.map(emphasised).join('')),
    ].join(''),
  };
}

interface Face {
  name: string;
  css: string;
  subset: () => Promise<Buffer>;
}

/**
 * The faces of each cut: one for the characters of the collection in each script, and one for other
 * Latin that a reader may type.
 */
function facesOf(text: ReturnType<typeof charactersOf>): Face[] {
  const theme = readTheme();
  // Of two faces with a character the later is taken, so the range of the rest may be the whole,
  // and the same for all fonts.
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

/** How a language quotes, as browsers differ and lack spaces, emphasizes and breaks lines. */
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
  // Last, so that an interrupted build starts again.
  writeFileSync(stylesheet, `${styles}\n`);
  return folder;
}

/**
 * Subsets the fonts to the characters of the collection, as `#fonts/fonts.css` (with the quotation
 * marks of its languages and, for Tailwind, the classes of its parts) and `#fonts/NAME.woff2`. The
 * files are cached by a hash of their inputs.
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
