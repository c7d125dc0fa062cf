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
  pieces: string[],
  { pages, kinds }: { pages: string[]; kinds: string[] },
): Promise<string | undefined> {
  const [folder, ...below] = pieces as [string, ...string[]];
  const page = below.length === 0 ? closestSlug(folder, pages) : undefined;
  if (page === folder) return `${page}/`;
  const kind = closestSlug(folder, kinds) ?? 'quotes';
  // The first of several segments is a folder.
  const names = (below.length > 0 ? below : pieces).toReversed();
  const found: string[] = [];
  for (const where of new Set([kind, 'quotes'])) {
    const { slugs, former } = await fetchJson<SlugList>(urls.slugs(where));
    for (const name of names) {
      const slug = closestSlug(name, [...slugs, ...former]);
      if (slug === name) return `${where}/${slug}/`;
      if (slug) found.push(`${where}/${slug}/`);
    }
  }
  return page === undefined ? found[0] : `${page}/`;
}

/** Offers the page that is closest to the missing address. */
async function offer(place: HTMLElement): Promise<void> {
  const pieces = piecesOf(location.pathname);
  if (pieces.length === 0) return;
  const listed = (name: 'pages' | 'kinds') => place.dataset[name]!.split(' ');
  const path = await closestPath(pieces, { pages: listed('pages'), kinds: listed('kinds') });
  if (path === undefined) return;
  const link = place.querySelector('a')!;
  // Only these pages use the query.
  link.href = base + path + (/^(?:search|saved)\/$/u.test(path) ? location.search : '');
  link.textContent = base + path;
  place.hidden = false;
}

const place = document.querySelector<HTMLElement>('[data-closest]');
if (place) offer(place).catch(() => undefined);
