import type { SlugList } from '../collection/slug-list.ts';
import { base, urls } from '../collection/urls.ts';
import { cleanSlug, closestSlug } from './closest-slug.ts';
import { fetchJson } from './fetch-json.ts';

/** Returns the segments of a path below the base, as slugs. */
function segmentsOf(pathname: string): string[] {
  return pathname
    .slice(base.length)
    .split('/')
    .map((segment) => {
      try {
        return cleanSlug(decodeURIComponent(segment));
      } catch {
        return cleanSlug(segment);
      }
    })
    .filter(Boolean);
}

/**
 * Returns the path of the page that a mistyped address most likely means: one of `pages`, which have
 * no slug, or a page of one of `kinds`. Quotes are tried whatever the folder is called.
 */
async function closestPath(
  [folder = '', ...below]: string[],
  pages: string[],
  kinds: string[],
): Promise<string | undefined> {
  // With several segments the first is a folder. The slug is most likely the last of the others.
  const names = below.length > 0 ? below.toReversed() : [folder];
  const paths = new Map(below.length > 0 ? [] : pages.map((page) => [page, `${page}/`]));
  if (paths.has(folder)) return paths.get(folder);
  for (const kind of new Set([closestSlug(folder, kinds) ?? 'quotes', 'quotes'])) {
    const { slugs, former } = await fetchJson<SlugList>(urls.slugs(kind));
    for (const slug of [...slugs, ...former].filter((slug) => !paths.has(slug))) {
      paths.set(slug, `${kind}/${slug}/`);
    }
  }
  const exact = names.find((name) => paths.has(name));
  const [similar] = names.flatMap((name) => closestSlug(name, paths.keys()) ?? []);
  return paths.get(exact ?? similar ?? '');
}

/** Shows a link to the page that is closest to the missing address. */
async function suggest(container: HTMLElement): Promise<void> {
  const { pages = '', kinds = '' } = container.dataset;
  const segments = segmentsOf(location.pathname);
  const path = await closestPath(segments, pages.split(' '), kinds.split(' '));
  if (path === undefined) return;
  const link = container.querySelector('a')!;
  // Only these pages read the query.
  link.href = base + path + (/^(?:search|saved)\/$/u.test(path) ? location.search : '');
  link.textContent = base + path;
  container.hidden = false;
}

const container = document.querySelector<HTMLElement>('[data-closest]');
if (container) suggest(container).catch(() => undefined);
