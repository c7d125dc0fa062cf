import type { SlugList } from '../collection/slug-list.ts';
import { base, urls } from '../collection/urls.ts';
import { cleanSlug, closestSlug } from './closest-slug.ts';
import { fetchJson } from './fetch-json.ts';

/** The pieces of an address below the base, as slugs. */
function piecesOf(pathname: string): string[] {
  return pathname
    .slice(base.length)
    .split('/')
    .map((piece) => {
      try {
        return cleanSlug(decodeURIComponent(piece));
      } catch {
        return cleanSlug(piece);
      }
    })
    .filter(Boolean);
}

/**
 * The path of the page that an address most likely means: one of those without a slug (`pages`), or
 * one of a kind that has slugs (`kinds`). Whatever its folder is called, it may be a quote.
 */
async function closestPath(
  [folder = '', ...below]: string[],
  pages: string[],
  kinds: string[],
): Promise<string | undefined> {
  // The first of several segments is a folder, and what follows a slug was not meant.
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
  const [alike] = names.flatMap((name) => closestSlug(name, paths.keys()) ?? []);
  return paths.get(exact ?? alike ?? '');
}

/** Offers the page that is closest to the missing address. */
async function offer(place: HTMLElement): Promise<void> {
  const { pages = '', kinds = '' } = place.dataset;
  const pieces = piecesOf(location.pathname);
  const path = await closestPath(pieces, pages.split(' '), kinds.split(' '));
  if (path === undefined) return;
  const link = place.querySelector('a')!;
  // Only these pages use the query.
  link.href = base + path + (/^(?:search|saved)\/$/u.test(path) ? location.search : '');
  link.textContent = base + path;
  place.hidden = false;
}

const place = document.querySelector<HTMLElement>('[data-closest]');
if (place) offer(place).catch(() => undefined);
