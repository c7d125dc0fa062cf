/** The files of one build that its service worker offers offline. */
export interface Release {
  /** Changes with the content of any precached file, and with the size of any other file. */
  version: string;
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The addresses to fetch when the worker is installed. */
  precached: string[];
  /** Kinds of files (see `kindOf`) of which some are not precached. */
  incomplete: string[];
}

export interface BuiltFile {
  /** Relative to the site's folder, with slashes. */
  path: string;
  size: number;
}

/** Uncompressed bytes. About a quarter is transferred. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The files to read offline, by priority: styles and search; the pages of parts and of the book;
 * single quotes; other pages with their images, except embeds, and the ids for random quotes.
 */
const priorities = [
  /^(?:_astro\/|search|index\.html|404\.html|offline\/|favicon\.svg|icon-192\.png|print\.css|manifest\.webmanifest)/u,
  /^(?:parts\/.*\.html|quotes\.json|quotes\/index\.html|quotes\/page\/.*)$/u,
  /^quotes\/.*\.(?:html|json)$/u,
  /^(?!embed\/).*\.html$|^pages\/|^slugs\/quotes\.json$/u,
];

/**
 * Returns the folder and extension of a path below the base, such as `quotes/*.html`. A path without
 * extension is a page. The function's source also runs in the service worker, so it may use only its
 * argument.
 */
export function kindOf(path: string): string {
  const extension = /\.[a-z]+$/u.exec(path)?.[0] ?? '.html';
  const [folder, ...rest] = path.split('/');
  return rest.length === 0 && path.endsWith(extension) ? path : `${folder}/*${extension}`;
}

/** Selects the files to precache within a limit of bytes, and lists the kinds that are incomplete. */
export function precacheManifest(
  files: BuiltFile[],
  limit = MAX_BYTES,
): { paths: string[]; incomplete: string[] } {
  const rank = (path: string) => priorities.findIndex((pattern) => pattern.test(path));
  const candidates = files
    .filter(({ path }) => rank(path) >= 0)
    .toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  let total = 0;
  const precached = candidates.filter(({ path, size }) => {
    total += size;
    // Nothing works without the first group.
    return total <= limit || rank(path) === 0;
  });
  const isPrecached = new Set(precached);
  const missing = files.filter((file) => !isPrecached.has(file));
  return {
    paths: precached.map(({ path }) => path.replace(/(?<=^|\/)index\.html$/u, '')),
    incomplete: [...new Set(missing.map(({ path }) => kindOf(path)))].toSorted(),
  };
}
