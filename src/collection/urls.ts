/**
 * Returns the path of a page below its list or index; undefined for the first page. No slug is
 * `page`, and below a slug there are only pages, so no address has two meanings.
 */
export function pagePath(page: number, letter?: string): string | undefined {
  const steps = [letter && `letter/${letter}`, page > 1 && `page/${page}`].filter(Boolean);
  return steps.length > 0 ? steps.join('/') : undefined;
}

function paged(list: string, page: number, letter?: string): string {
  const path = pagePath(page, letter);
  return path === undefined ? list : `${list}${path}/`;
}

/** The names directly below the base, without extensions; own pages cannot use them. */
export const routes = [
  ...['404', 'apple-touch-icon', 'book', 'cards', 'embed', 'favicon', 'feed', 'llms', 'manifest'],
  ...['oembed', 'offline', 'opensearch', 'pages', 'parts', 'people', 'print', 'quotes', 'random'],
  ...['robots', 'saved', 'search', 'slugs', 'sources', 'subjects', 'sw', 'themes'],
];

/** Returns functions for all addresses, as absolute paths; `base` has slashes at both ends. */
export const createUrls = (base: string) => ({
  home: () => base,
  contents: () => `${base}#contents`,
  /** A page by its path without outer slashes; `letter` is the slug of an index letter. */
  page: (path: string, page = 1, letter?: string) => paged(`${base}${path}/`, page, letter),
  /** An image of one of the collection's own pages, by its file name. */
  pageImage: (name: string) => `${base}pages/${name}`,
  part: ({ slug }: { slug: string }, page = 1) => paged(`${base}parts/${slug}/`, page),
  quote: ({ id }: { id: string }) => `${base}quotes/${id}/`,
  /** A quote as Markdown, plain text or data. */
  quoteData: ({ id }: { id: string }, format: 'md' | 'txt' | 'json') =>
    `${base}quotes/${id}.${format}`,
  embed: ({ id }: { id: string }) => `${base}embed/${id}/`,
  oembed: ({ id }: { id: string }) => `${base}oembed/${id}.json`,
  card: ({ id }: { id: string }) => `${base}cards/${id}.png`,
  /** In a folder, because with a suffix it could be the card of another id. */
  squareCard: ({ id }: { id: string }) => `${base}cards/square/${id}.png`,
  /** In a folder for the same reason. */
  collectionCard: () => `${base}cards/collection/title.png`,
  /** All quotes. */
  book: (page = 1) => paged(`${base}quotes/`, page),
  /** Empty filters are omitted, so that a search has only one address. */
  search: (query = '', filters: { part?: string; source?: string; person?: string } = {}) => {
    const params = Object.entries({ q: query, ...filters }).filter(([, value]) => value !== '');
    return `${base}search/${params.length > 0 ? `?${new URLSearchParams(params).toString()}` : ''}`;
  },
  /** A template with the name of the variable in braces. */
  searchTemplate: (variable: string) => `${base}search/?q={${variable}}`,
  /** Redirects to a permalink that the reader has not seen yet. */
  random: () => `${base}random/`,
  /** The reader's own list, or a shared list of ids. */
  saved: (ids: string[] = []) =>
    `${base}saved/${ids.length > 0 ? `?ids=${ids.map(encodeURIComponent).join(',')}` : ''}`,
  epub: () => `${base}book.epub`,
  printStyles: () => `${base}print.css`,
  searchData: () => `${base}search.json`,
  /** A shard of the searchable quotes. */
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
 * The base path for which Vite builds pages and scripts. Code that runs directly in Node does not
 * have it and calls `createUrls` with the base of the environment.
 */
export const base = `/${import.meta.env?.BASE_URL ?? ''}/`.replace(/\/{2,}/gu, '/');

/** Every address of the site under `base`. */
export const urls = createUrls(base);

/** Returns an address with scheme and host, for canonical links and data formats. */
export function absolute(path: string, site: URL | string): string {
  return new URL(path, site).href;
}
