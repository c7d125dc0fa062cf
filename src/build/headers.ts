import { headerDirectives } from './csp.ts';

/** The responses to which a rule applies: everything in a folder, or files of some types. */
export type Scope = { folder: string } | { extensions: string[] };

export interface HeaderTable {
  /** Headers of every response. */
  everywhere: Record<string, string>;
  /** Headers that some responses replace or add. No two rules set the same header for a file. */
  exceptions: { scope: Scope; headers: Record<string, string> }[];
}

const policy = (ancestors: string): string =>
  [...headerDirectives, `frame-ancestors ${ancestors}`].join('; ');

/** Browser features that no page uses. */
const unused =
  'accelerometer camera geolocation gyroscope magnetometer microphone midi payment usb';

/** The headers that a host should send with the site. */
export const headerTable: HeaderTable = {
  everywhere: {
    'Content-Security-Policy': policy("'none'"),
    // No `includeSubDomains`: other subdomains may not use HTTPS.
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    // The address of a search contains its query.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': unused
      .split(' ')
      .map((feature) => `${feature}=()`)
      .join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // A quote can be corrected at the same address.
    'Cache-Control': 'public, max-age=0, must-revalidate',
  },
  exceptions: [
    {
      scope: { folder: '_astro' },
      headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    },
    {
      scope: { folder: 'embed' },
      headers: {
        'Content-Security-Policy': policy('*'),
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
    {
      // Other sites use cards, data and feeds.
      scope: { extensions: ['epub', 'json', 'md', 'png', 'svg', 'txt', 'xml'] },
      headers: {
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Access-Control-Allow-Origin': '*',
      },
    },
  ],
};

/** Returns the headers of a path below the base, which begins with a slash. */
export function headersOf(path: string): Record<string, string> {
  const isIn = (scope: Scope) =>
    'folder' in scope
      ? path.startsWith(`/${scope.folder}/`)
      : scope.extensions.some((extension) => path.endsWith(`.${extension}`));
  const { everywhere, exceptions } = headerTable;
  const applied = exceptions.filter(({ scope }) => isIn(scope)).map(({ headers }) => headers);
  return Object.assign({}, everywhere, ...applied) as Record<string, string>;
}

/**
 * Returns the `_headers` file for Netlify and Cloudflare Pages. If two rules set the same header,
 * Netlify uses the last one and Cloudflare joins both, unless a line with `!`, which Netlify
 * ignores, removes the first.
 */
export function headersFile({ everywhere, exceptions }: HeaderTable, base: string): string {
  const lines = (headers: Record<string, string>) =>
    Object.entries(headers).flatMap(([name, value]) =>
      headers !== everywhere && name in everywhere
        ? [`  ! ${name}`, `  ${name}: ${value}`]
        : [`  ${name}: ${value}`],
    );
  const patterns = (scope: Scope) =>
    'folder' in scope
      ? [`${scope.folder}/*`]
      : scope.extensions.map((extension) => `*.${extension}`);
  const rules = exceptions.flatMap(({ scope, headers }) =>
    patterns(scope).map((pattern) => [base + pattern, ...lines(headers)]),
  );
  return [[`${base}*`, ...lines(everywhere)], ...rules]
    .map((rule) => `${rule.join('\n')}\n`)
    .join('\n');
}
