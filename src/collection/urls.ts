// Under Vite the build's values, in the command line and in tests those of the environment.
const basePath: string = import.meta.env?.BASE_URL ?? process.env['BASE_PATH'] ?? '/';

/** The path that the site is served under, with a slash at both ends. */
export const base = `/${basePath}/`.replace(/\/{2,}/gu, '/');

/** Every address of the site, as an absolute path under the base. */
export const urls = {
  home: () => base,
  contents: () => `${base}#contents`,
  part: ({ slug }: { slug: string }) => `${base}parts/${slug}/`,
  quote: ({ id }: { id: string }) => `${base}quotes/${id}/`,
  /** What stands beside a permalink: its Markdown, its bare text, its data. */
  quoteData: ({ id }: { id: string }, form: 'md' | 'txt' | 'json') => `${base}quotes/${id}.${form}`,
  embed: ({ id }: { id: string }) => `${base}embed/${id}/`,
  oembed: ({ id }: { id: string }) => `${base}oembed/${id}.json`,
  card: ({ id }: { id: string }) => `${base}cards/${id}.png`,
  /** In a folder of its own, as a quote may have the id of another with a word behind it. */
  squareCard: ({ id }: { id: string }) => `${base}cards/square/${id}.png`,
  /** The book; pages are counted from 1. */
  book: (page = 1) => (page === 1 ? `${base}quotes/` : `${base}quotes/page/${page}/`),
  themes: () => `${base}themes/`,
  theme: ({ slug }: { slug: string }) => `${base}themes/${slug}/`,
  sources: () => `${base}sources/`,
  source: ({ slug }: { slug: string }) => `${base}sources/${slug}/`,
  subjects: () => `${base}subjects/`,
  subject: ({ slug }: { slug: string }) => `${base}subjects/${slug}/`,
  /** Empty filters are left out, so that a search has one address. */
  search: (query = '', filters: { part?: string; source?: string } = {}) => {
    const asked = Object.entries({ q: query, ...filters }).filter(([, value]) => value !== '');
    return `${base}search/${asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''}`;
  },
  /** The address of a search as a template, with the name of its variable in braces. */
  searchTemplate: (variable: string) => `${base}search/?q={${variable}}`,
  /** A place in an order of all quotes; without one the walk goes on where the reader left it. */
  random: (place?: { seed: string; at: number }) =>
    `${base}random/${place ? `?seed=${encodeURIComponent(place.seed)}&at=${place.at}` : ''}`,
  /** The reader's own list, or one that the address carries. */
  saved: (ids: string[] = []) =>
    `${base}saved/${ids.length > 0 ? `?ids=${ids.map(encodeURIComponent).join(',')}` : ''}`,
  epub: () => `${base}book.epub`,
  printStyles: () => `${base}print.css`,
  searchData: () => `${base}search.json`,
  /** The searchable quotes of one part. */
  searchShard: ({ number }: { number: number }) => `${base}search/${number}.json`,
  collectionData: () => `${base}quotes.json`,
  atom: () => `${base}feed.xml`,
  jsonFeed: () => `${base}feed.json`,
  openSearch: () => `${base}opensearch.xml`,
  sitemap: () => `${base}sitemap-index.xml`,
  notFound: () => `${base}404.html`,
  favicon: () => `${base}favicon.svg`,
  serviceWorker: () => `${base}sw.js`,
  manifest: () => `${base}manifest.webmanifest`,
  touchIcon: () => `${base}apple-touch-icon.png`,
  icon: (name: '192' | '512' | 'maskable-512') => `${base}icon-${name}.png`,
};

/** An address with scheme and host, as canonical links and data formats want it. */
export function absolute(path: string, site: URL | string): string {
  return new URL(path, site).href;
}
