/** What one build offers offline, as its service worker is told. */
export interface Release {
  /** Differs when a file that is kept does, or the size of any other. */
  version: string;
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** The addresses that are kept from the start. */
  kept: string[];
  /** Whether those are all pages, so that what is not among them is not there at all. */
  whole: boolean;
}

export interface BuiltFile {
  /** Below the site's folder, with slashes. */
  path: string;
  size: number;
}

/** Uncompressed; of the wire it is about a quarter. */
const LIMIT = 16 * 1024 * 1024;

/** What a reader needs first: how the site looks and searches, then the book, then single quotes. */
const inOrder = [
  /^(?:_astro\/|search|index\.html|404\.html|favicon\.svg|icon-192\.png|print\.css|manifest\.webmanifest)/u,
  /^(?:parts\/|quotes\.json|quotes\/index\.html|quotes\/page\/)/u,
  /^quotes\//u,
  /^/u,
];

const isForOthers = (path: string): boolean => path.startsWith('embed/');

/** What saved and random quotes are made of, and a quote that is copied from a list. */
const isData = (path: string): boolean => /^quotes(?:\.json|\/[^/]+\.json)$/u.test(path);

const isPartOfIt = (path: string): boolean =>
  !isForOthers(path) && (path.endsWith('.html') || isData(path) || inOrder[0]!.test(path));

/** Which files are kept offline, within a limit of bytes, and whether that is every page. */
export function precacheManifest(
  files: BuiltFile[],
  limit = LIMIT,
): { paths: string[]; whole: boolean } {
  const rank = (path: string) => inOrder.findIndex((pattern) => pattern.test(path));
  const candidates = files
    .filter(({ path }) => isPartOfIt(path))
    .toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  let total = 0;
  const kept = candidates.filter(({ path, size }) => {
    total += size;
    // Without the first group nothing else can be read or found.
    return total <= limit || rank(path) === 0;
  });
  return {
    paths: kept.map(({ path }) => path.replace(/(?<=^|\/)index\.html$/u, '')),
    whole: kept.length === candidates.length,
  };
}
