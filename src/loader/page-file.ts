import type { Definition, Nodes, RootContent } from 'mdast';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { routes } from '../collection/urls.ts';
import type { OwnPage } from '../collection/model.ts';
import { nodeText } from '../collection/plain-text.ts';
import { isBlank } from '../text/forbidden-characters.ts';
import { isSlug, slugger } from '../text/slug.ts';
import type { FolderReporter, Reporter } from './diagnostic.ts';
import { PAGES_FOLDER, README_FILE } from './file-names.ts';
import { constructs, parseGfm } from './markdown.ts';
import { readMarkdownFile } from './markdown-file.ts';
import type { RuleId } from './rules.ts';
import { pageSchema } from './schema.ts';

/** Patterns of the first bytes of an image, by extension. */
const signatures: Record<string, RegExp> = {
  avif: /^.{4}ftyp/su,
  gif: /^GIF8/u,
  jpeg: /^\xFF\xD8\xFF/u,
  jpg: /^\xFF\xD8\xFF/u,
  png: /^\x89PNG/u,
  svg: /<svg\s/u,
  webp: /^RIFF.{4}WEBP/su,
};
const imageName = new RegExp(
  `^[\\w-][\\w.-]*\\.(?<type>${Object.keys(signatures).join('|')})$`,
  'iu',
);

/** The folder of custom pages: the names of all files, and of the images that pages use. */
interface Siblings {
  lang: string;
  folder: string;
  names: string[];
  usedImages: Set<string>;
}

/** Reads the custom pages of a content folder and reports every problem. */
export function readOwnPages(
  contentDir: string,
  lang: string,
  reportIn: FolderReporter,
): OwnPage[] {
  const folder = join(contentDir, PAGES_FOLDER);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name !== README_FILE)
    .toSorted();
  const siblings: Siblings = { lang, folder, names, usedImages: new Set() };
  const isPage = (name: string) => name.endsWith('.md');
  const reporterOf = (name: string) => reportIn(`${PAGES_FOLDER}/${name}`);
  const pages = names
    .filter(isPage)
    .flatMap((name) => readOwnPage(name, siblings, reporterOf(name)) ?? []);
  for (const name of names.filter((other) => !isPage(other) && !siblings.usedImages.has(other))) {
    const hint = 'The name of a page ends in .md. An image is read if a page shows it.';
    reporterOf(name)('unread-file', 'is neither a page nor shown by one.', hint);
  }
  return pages;
}

function readOwnPage(name: string, siblings: Siblings, report: Reporter): OwnPage | undefined {
  const slug = basename(name, '.md');
  if (!isSlug(slug) || routes.includes(slug)) {
    const other = `${slugger(siblings.lang, routes)(slug)}.md`;
    const hint = `Rename it to ${other}: lower-case letters, digits and hyphens.`;
    report('file-name', 'has a name that cannot be the address of a page.', hint);
  }
  const read = readMarkdownFile(join(siblings.folder, name), pageSchema, parseGfm, report);
  if (!read) return undefined;
  if (isBlank(read.body))
    report('empty-body', 'is empty.', 'Write the page below the ---.', read.positionOf('body'));
  const { blocks, images } = readBlocks(read.blocks, siblings, report);
  const { data } = read.fields;
  if (!data) return undefined;
  const { title, menu = false } = data;
  const first = blocks.find(({ type }) => type === 'paragraph');
  return { slug, title, menu, description: first ? nodeText(first) : '', blocks, images };
}

function readBlocks(
  blocks: RootContent[],
  { folder, names, usedImages }: Siblings,
  report: Reporter,
): Pick<OwnPage, 'blocks' | 'images'> {
  const images: OwnPage['images'] = {};
  const definitions = new Map<string, Definition>();
  const depths = new Set<number>();
  const collect = (node: Nodes): void => {
    // In CommonMark the first definition of a label wins.
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if (node.type === 'heading') depths.add(node.depth);
    if ('children' in node) node.children.forEach(collect);
  };
  blocks.forEach(collect);
  // The highest level that an author uses becomes h2, below the title.
  const levels = [...depths].toSorted();

  const resolve = (node: RootContent): RootContent[] => {
    const reject = (rule: RuleId, message: string, hint: string): [] => {
      const { line, column } = node.position!.start;
      report(rule, message, hint, { line, column, field: 'body' });
      return [];
    };
    const target = 'identifier' in node ? definitions.get(node.identifier) : undefined;
    switch (node.type) {
      case 'definition':
        return [];
      case 'html':
      case 'footnoteDefinition':
      case 'footnoteReference': {
        const hint = 'Remove it, or escape a literal < or [ with a backslash.';
        return reject('construct', `contains ${constructs[node.type]}.`, hint);
      }
      case 'linkReference':
        return resolve({ ...node, type: 'link', url: target!.url, title: target!.title ?? null });
      case 'imageReference':
        return resolve({ ...node, type: 'image', url: target!.url, title: target!.title ?? null });
      case 'link': {
        const hint = linkHint(node.url, names);
        if (hint === undefined) break;
        return reject('page-link', `links to ${node.url}, which is not a page of this site.`, hint);
      }
      case 'image': {
        const name = node.url.replace(/^\.\//u, '');
        const type = imageName.exec(name)?.groups!['type']!.toLowerCase();
        if (!type || !names.includes(name)) {
          const hint = `Put an image into ${PAGES_FOLDER}/ and write its name: letters, digits and hyphens, then .avif, .gif, .jpg, .png, .svg or .webp.`;
          const message = `shows ${node.url}, which is not an image in ${PAGES_FOLDER}/.`;
          return reject('page-image', message, hint);
        }
        usedImages.add(name);
        // Astro also detects the format from these bytes.
        const head = readFileSync(join(folder, name)).toString('latin1', 0, 1000);
        if (!signatures[type]!.test(head)) {
          const hint = 'Export it in the format of its file name.';
          const message = `shows ${name}, which is not in ${type.toUpperCase()} format.`;
          return reject('page-image', message, hint);
        }
        if (isBlank(node.alt ?? '')) {
          const hint = `Describe it for people who cannot see it: ![A lighthouse at night](${name}).`;
          return reject('page-image', `shows ${name}, which has no description.`, hint);
        }
        images[name] = join(folder, name);
        return [{ ...node, url: name }];
      }
      case 'heading':
        node.depth = Math.min(levels.indexOf(node.depth) + 2, 6) as typeof node.depth;
        break;
      case 'listItem':
        if (typeof node.checked !== 'boolean') break;
        return reject('construct', 'contains a task list.', 'Write a list without [ ] and [x].');
    }
    if (!('children' in node)) return [node];
    const children = (node.children as RootContent[]).flatMap(resolve);
    return [{ ...node, children } as RootContent];
  };
  return { blocks: blocks.flatMap(resolve), images };
}

/** Suggests a replacement for an invalid link; undefined if the link is valid. */
function linkHint(url: string, names: string[]): string | undefined {
  if (/^https?:\/\//iu.test(url) && URL.canParse(url)) return undefined;
  if (/^mailto:[^\s@]+@[^\s@]+$/iu.test(url)) return undefined;
  const isPage = (slug: string) => names.includes(`${slug}.md`);
  const site = 'https://site.invalid/';
  // A page is a folder directly below the base path, so ../ is the home page.
  if (/^\.\.\/(?!\.\.)/u.test(url) && URL.canParse(url, `${site}page/`)) {
    const first = new URL(url, `${site}page/`).pathname.split('/')[1]!;
    if (first === '' || isPage(first) || routes.includes(first.replace(/\..*/u, ''))) {
      return undefined;
    }
  }
  const slug = basename(url.replace(/[?#].*/u, ''), '.md');
  if (isPage(slug)) return `Write ../${slug}/.`;
  return 'Write a web address, a mail address as mailto:name@example.org, or the path of a page, such as ../quotes/.';
}
