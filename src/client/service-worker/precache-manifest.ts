/** The files of one build that its service worker offers offline. */
export interface Release {
  /** Changes with the content of a precached file or the size of any other. */
  version: string;
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The addresses to fetch when the worker is installed. */
  precached: string[];
  /** Kinds of files (see `kindOf`) of which some are not precached. */
  incomplete: string[];
}

export interface BuiltFile {
  /** Below the site's folder, with slashes. */
  path: string;
  size: number;
}

/** Bytes uncompressed; about a quarter of it is transferred. */
const LIMIT = 16 * 1024 * 1024;

/**
 * What is read offline, by priority: styles and search, the pages of parts and of the book, single
 * quotes, other pages but embeds with their images, and the ids for a random quote.
 */
const priorities = [
  /^(?:_astro\/|search|index\.html|404\.html|offline\/|favicon\.svg|icon-192\.png|print\.css|manifest\.webmanifest)/u,
  /^(?:parts\/.*\.html|quotes\.json|quotes\/index\.html|quotes\/page\/.*)$/u,
  /^quotes\/.*\.(?:html|json)$/u,
  /^(?!embed\/).*\.html$|^pages\/|^slugs\/quotes\.json$/u,
];

/**
 * The folder and extension of an address or file below the base, such as `quotes/*.html`; a path
 * without extension is a page. Its source also runs in the service worker, so it may use only its
 * argument.
 */
export function kindOf(path: string): string {
  const extension = /\.[a-z]+$/u.exec(path)?.[0] ?? '.html';
  const [folder, ...rest] = path.split('/');
  return rest.length === 0 && path.endsWith(extension) ? path : `${folder}/*${extension}`;
}

/** The files to precache within a limit of bytes, and the kinds of which some are left out. */
export function precacheManifest(
  files: BuiltFile[],
  limit = LIMIT,
): { paths: string[]; incomplete: string[] } {
  const rank = (path: string) => priorities.findIndex((pattern) => pattern.test(path));
  const candidates = files
    .filter(({ path }) => rank(path) >= 0)
    .toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  let total = 0;
  const precached = candidates.filter(({ path, size }) => {
    total += size;
    // The first group is needed to read and find anything.
    return total <= limit || rank(path) === 0;
  });
  const isPrecached = new Set(precached);
  const missing = files.filter((file) => !isPrecached.has(file));
  return {
    paths: precached.map(({ path }) => path.replace(/(?<=^|\/)index\.html$/u, '')),
    incomplete: [...new Set(missing.map(({ path }) => kindOf(path)))].toSorted(),
  };
}
