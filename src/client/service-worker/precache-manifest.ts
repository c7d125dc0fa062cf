/** What one build offers offline, as its service worker is told. */
export interface Release {
  /** Differs when a file that is precached does, or the size of any other. */
  version: string;
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The addresses that are kept from the start. */
  precached: string[];
  /** Kinds of files of which some are not precached: an address of such a kind may exist all the same. */
  incomplete: string[];
}

export interface BuiltFile {
  /** Below the site's folder, with slashes. */
  path: string;
  size: number;
}

/** Uncompressed; of the wire it is about a quarter. */
const LIMIT = 16 * 1024 * 1024;

/** What a reader needs first: how the site looks and searches, then the book, then single quotes. */
const priorities = [
  /^(?:_astro\/|search|index\.html|404\.html|offline\/|favicon\.svg|icon-192\.png|print\.css|manifest\.webmanifest)/u,
  /^(?:parts\/|quotes\.json|quotes\/index\.html|quotes\/page\/)/u,
  /^quotes\//u,
  /^/u,
];

const isEmbed = (path: string): boolean => path.startsWith('embed/');

/** What saved quotes are made of, the draw of a random one, and a quote copied from a list. */
const isData = (path: string): boolean =>
  /^(?:slugs\/)?quotes(?:\.json|\/[^/]+\.json)$/u.test(path);

const isReadOffline = (path: string): boolean =>
  !isEmbed(path) &&
  (/(?:\.html$|^pages\/)/u.test(path) || isData(path) || priorities[0]!.test(path));

/**
 * The folder and the extension of a path below the base, whether of an address or of a file; a path
 * without an extension is a page. Its text is also run in the service worker, so it may use nothing
 * but its argument.
 */
export function kindOf(path: string): string {
  const extension = /\.[a-z]+$/u.exec(path)?.[0] ?? '.html';
  const [folder, ...rest] = path.split('/');
  return rest.length === 0 && path.endsWith(extension) ? path : `${folder}/*${extension}`;
}

/** Which files are precached, within a limit of bytes, and of which kinds some are left out. */
export function precacheManifest(
  files: BuiltFile[],
  limit = LIMIT,
): { paths: string[]; incomplete: string[] } {
  const rank = (path: string) => priorities.findIndex((pattern) => pattern.test(path));
  const candidates = files
    .filter(({ path }) => isReadOffline(path))
    .toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  let total = 0;
  const precached = candidates.filter(({ path, size }) => {
    total += size;
    // Without the first group nothing else can be read or found.
    return total <= limit || rank(path) === 0;
  });
  const isPrecached = new Set(precached);
  const missing = files.filter((file) => !isPrecached.has(file));
  return {
    paths: precached.map(({ path }) => path.replace(/(?<=^|\/)index\.html$/u, '')),
    incomplete: [...new Set(missing.map(({ path }) => kindOf(path)))].toSorted(),
  };
}
