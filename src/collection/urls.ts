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
  /** The book; pages are counted from 1. */
  book: (page = 1) => (page === 1 ? `${base}quotes/` : `${base}quotes/page/${page}/`),
  themes: () => `${base}themes/`,
  theme: ({ slug }: { slug: string }) => `${base}themes/${slug}/`,
  sources: () => `${base}sources/`,
  source: ({ slug }: { slug: string }) => `${base}sources/${slug}/`,
  search: (query = '') =>
    query === '' ? `${base}search/` : `${base}search/?q=${encodeURIComponent(query)}`,
  searchData: () => `${base}search.json`,
  notFound: () => `${base}404.html`,
  favicon: () => `${base}favicon.svg`,
};

/** An address with scheme and host, as canonical links and data formats want it. */
export function absolute(path: string, site: URL | string): string {
  return new URL(path, site).href;
}
