/**
 * What a page of a long list or index adds to the address of the first: nothing for that itself. No
 * slug is `page`, and what is below a slug is a page, so that no address has two meanings.
 */
export function pagePath(page: number, letter?: string): string | undefined {
  const steps = [letter && `letter/${letter}`, page > 1 && `page/${page}`].filter(Boolean);
  return steps.length > 0 ? steps.join('/') : undefined;
}

function paged(list: string, page: number, letter?: string): string {
  const path = pagePath(page, letter);
  return path === undefined ? list : `${list}${path}/`;
}

/** What is directly below the base, without extensions: no page of one's own has such a name. */
export const routes = [
  ...['404', 'apple-touch-icon', 'book', 'cards', 'embed', 'favicon', 'feed', 'llms', 'manifest'],
  ...['oembed', 'offline', 'opensearch', 'pages', 'parts', 'people', 'print', 'quotes', 'random'],
  ...['robots', 'saved', 'search', 'slugs', 'sources', 'subjects', 'sw', 'themes'],
];

/** Every address of a site under a base path with slashes at both ends, as an absolute path. */
export const createUrls = (base: string) => ({
  home: () => base,
  contents: () => `${base}#contents`,
  /**
   * A page by its path below the base, without slashes at its ends. Lists are numbered from 1; an
   * index that is too large for one page has those of a letter, by its slug.
   */
  page: (path: string, page = 1, letter?: string) => paged(`${base}${path}/`, page, letter),
  /** An image of a page of one's own, by the name of its file. */
  pageImage: (name: string) => `${base}pages/${name}`,
  part: ({ slug }: { slug: string }, page = 1) => paged(`${base}parts/${slug}/`, page),
  quote: ({ id }: { id: string }) => `${base}quotes/${id}/`,
  /** What is beside a permalink: its Markdown, its bare text, its data. */
  quoteData: ({ id }: { id: string }, form: 'md' | 'txt' | 'json') => `${base}quotes/${id}.${form}`,
  embed: ({ id }: { id: string }) => `${base}embed/${id}/`,
  oembed: ({ id }: { id: string }) => `${base}oembed/${id}.json`,
  card: ({ id }: { id: string }) => `${base}cards/${id}.png`,
  /** In a folder of its own, as a quote may have the id of another with a word behind it. */
  squareCard: ({ id }: { id: string }) => `${base}cards/square/${id}.png`,
  /** That of the collection itself, likewise. */
  collectionCard: () => `${base}cards/collection/title.png`,
  /** All quotes. */
  book: (page = 1) => paged(`${base}quotes/`, page),
  /** Empty filters are left out, so that a search has one address. */
  search: (query = '', filters: { part?: string; source?: string; person?: string } = {}) => {
    const asked = Object.entries({ q: query, ...filters }).filter(([, value]) => value !== '');
    return `${base}search/${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`;
  },
  /** The address of a search as a template, with the name of its variable in braces. */
  searchTemplate: (variable: string) => `${base}search/?q={${variable}}`,
  /** Leads to a permalink that the reader has not seen yet. */
  random: () => `${base}random/`,
  /** The reader's own list, or one that the address carries. */
  saved: (ids: string[] = []) =>
    `${base}saved/${ids.length > 0 ? `?ids=${ids.map(encodeURIComponent).join(',')}` : ''}`,
  epub: () => `${base}book.epub`,
  printStyles: () => `${base}print.css`,
  searchData: () => `${base}search.json`,
  /** Some of the searchable quotes. */
  searchShard: ({ page }: { page: number }) => `${base}search/${page}.json`,
  /** The slugs of a kind of page, by the folder of its addresses. */
  slugs: (kind: string) => `${base}slugs/${kind}.json`,
  collectionData: () => `${base}quotes.json`,
  atom: (page = 1) => `${base}${page === 1 ? 'feed' : `feed/${page}`}.xml`,
  jsonFeed: (page = 1) => `${base}${page === 1 ? 'feed' : `feed/${page}`}.json`,
  openSearch: () => `${base}opensearch.xml`,
  sitemap: () => `${base}sitemap-index.xml`,
  notFound: () => `${base}404.html`,
  favicon: () => `${base}favicon.svg`,
  serviceWorker: () => `${base}sw.js`,
  manifest: () => `${base}manifest.webmanifest`,
  touchIcon: () => `${base}apple-touch-icon.png`,
  icon: (name: '192' | '512' | 'maskable-512') => `${base}icon-${name}.png`,
});

/**
 * The base path that Vite builds pages and scripts for. Programs that run in Node itself have no
 * such constant: they call `createUrls` with the base of the environment.
 */
export const base = `/${import.meta.env?.BASE_URL ?? ''}/`.replace(/\/{2,}/gu, '/');

/** Every address of the site under `base`. */
export const urls = createUrls(base);

/** An address with scheme and host, as canonical links and data formats want it. */
export function absolute(path: string, site: URL | string): string {
  return new URL(path, site).href;
}
