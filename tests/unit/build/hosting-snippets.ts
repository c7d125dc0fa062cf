import type { HeaderTable, Scope } from '../../../src/build/headers.ts';

/** The types of the site's files; not every server knows all of them or sends the charset. */
const fileTypes: Record<string, string> = {
  avif: 'image/avif',
  css: 'text/css',
  epub: 'application/epub+zip',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

const isBinary = (type: string): boolean =>
  /^(?:image\/(?!svg)|font\/|application\/epub)/u.test(type);
const texts = Object.entries(fileTypes).filter(([, type]) => !isBinary(type));

/** A regular expression for paths, under any base path. */
const matching = (scope: Scope): string =>
  'folder' in scope ? `/${scope.folder}/` : `\\.(?:${scope.extensions.join('|')})$`;

interface Choice {
  name: string;
  /** Undefined if only exceptions have the header. */
  usual?: string;
  exceptions: { pattern: string; value: string }[];
}

/** Lists the values of each header. */
function choices({ everywhere, exceptions }: HeaderTable): Choice[] {
  const names = new Set(
    [everywhere, ...exceptions.map(({ headers }) => headers)].flatMap(Object.keys),
  );
  return [...names].map((name) => ({
    name,
    usual: everywhere[name],
    exceptions: exceptions.flatMap(({ scope, headers }) =>
      headers[name] === undefined ? [] : [{ pattern: matching(scope), value: headers[name] }],
    ),
  }));
}

const lines = (indent: string, all: string[]): string =>
  all.map((line) => `${indent}${line}\n`).join('');
const variable = (name: string): string => `quotes_${name.toLowerCase().replaceAll('-', '_')}`;
const varied = (table: HeaderTable): Choice[] =>
  choices(table).filter(({ exceptions }) => exceptions.length > 0);

/** A site for nginx, for its `http` block. */
export function nginx(table: HeaderTable): string {
  const maps = varied(table).map(
    ({ name, usual = '', exceptions }) =>
      `map $uri $${variable(name)} {
${lines('  ', [
  `default "${usual}";`,
  ...exceptions.map(({ pattern, value }) => `"~${pattern}" "${value}";`),
])}}
`,
  );
  // A header without a value is not sent.
  const headers = choices(table).map(({ name, usual, exceptions }) =>
    exceptions.length > 0
      ? `add_header ${name} $${variable(name)} always;`
      : `add_header ${name} "${usual}" always;`,
  );
  const types = Object.entries(fileTypes).map(([extension, type]) => `${type} ${extension};`);
  return `${maps.join('')}
server {
  listen 8080;
  root /srv/quotes;
  absolute_redirect off;

${lines('  ', headers)}
  location / {
    # The page of a withdrawn quote.
    if (-f $document_root\${uri}_gone) {
      return 410;
    }
    try_files $uri $uri/ =404;
  }
  location ~ /_(?:gone|headers|redirects)$ {
    return 404;
  }
  error_page 410 \${uri}index.html;
  error_page 404 /404.html;
  # A folder without a page.
  error_page 403 =404 /404.html;

  types {
${lines('    ', types)}  }
  charset utf-8;
  charset_types ${texts.map(([, type]) => type).join(' ')};
  gzip on;
  gzip_types ${texts
    .map(([, type]) => type)
    .filter((type) => type !== 'text/html')
    .join(' ')};
}
`;
}

/** A site for Caddy. */
export function caddy(table: HeaderTable): string {
  const maps = varied(table).map(
    ({ name, usual = '', exceptions }) =>
      `\tmap {path} {${variable(name)}} {
${lines('\t\t', [
  ...exceptions.map(({ pattern, value }) => `"~${pattern}" "${value}"`),
  `default "${usual}"`,
])}\t}
`,
  );
  const headers = choices(table).map(({ name, usual, exceptions }) =>
    exceptions.length > 0 ? `${name} {${variable(name)}}` : `${name} "${usual}"`,
  );
  const types = texts.map(
    ([extension, type]) => `header @${extension} Content-Type "${type}; charset=utf-8"`,
  );
  return `:8080 {
\troot * /srv/quotes
\tencode gzip
${maps.join('')}
\theader {
${lines('\t\t', headers)}\t}
${lines(
  '\t',
  texts.flatMap(([extension], index) => [`@${extension} path *.${extension}`, types[index]!]),
)}
\t@hidden path */_gone */_headers */_redirects
\terror @hidden 404
\t# The page of a withdrawn quote.
\t@gone file {path}_gone
\tfile_server @gone {
\t\tstatus 410
\t}
\tfile_server
\thandle_errors {
\t\trewrite * /404.html
\t\tfile_server
\t}
}
`;
}

/** A `.htaccess` file for Apache, with mod_headers. */
export function apache(table: HeaderTable): string {
  const headers = choices(table).flatMap(({ name, usual, exceptions }) => [
    ...(usual === undefined ? [] : [`Header always set ${name} "${usual}"`]),
    ...exceptions.map(
      ({ pattern, value }) =>
        `Header always set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${pattern}#"`,
    ),
  ]);
  const types = Object.entries(fileTypes).map(
    ([extension, type]) => `AddType ${type} .${extension}`,
  );
  return `${lines('', headers)}
${lines('', types)}AddCharset utf-8 ${texts.map(([extension]) => `.${extension}`).join(' ')}

# Under a sub-path, add the path before the file name.
ErrorDocument 404 /404.html
ErrorDocument 403 /404.html
Options -Indexes
RedirectMatch 404 "/_(?:gone|headers|redirects)$"
# The page of a withdrawn quote.
<If "-f '%{REQUEST_FILENAME}_gone'">
  RedirectMatch 410 ^
</If>
ErrorDocument 410 /%{REQUEST_URI}index.html
`;
}

/** A script that uploads the site to a store like S3, with the headers of each file. */
export function bucket({ everywhere, exceptions }: HeaderTable): string {
  const put = (
    pattern: string,
    type: string,
    { 'Cache-Control': cache }: Record<string, string>,
  ) => (cache === undefined ? [] : [`put '${pattern}' '${type}' '${cache}'`]);
  const types = Object.entries(fileTypes).map(([extension, type]) => ({
    extension,
    type: isBinary(type) ? type : `${type}; charset=utf-8`,
  }));
  const lines = [{ folder: '', headers: everywhere }].concat(
    exceptions.flatMap(({ scope, headers }) =>
      'folder' in scope ? [{ folder: `${scope.folder}/`, headers }] : [],
    ),
  );
  const all = lines.flatMap(({ folder, headers }) =>
    types.flatMap(({ extension, type }) => put(`${folder}*.${extension}`, type, headers)),
  );
  return `#!/bin/sh
# Copies dist/ to a bucket or a folder in it: sh .github/hosting/bucket.sh BUCKET[/PATH]
set -eu
to=$1
put() {
  aws s3 cp dist/ "s3://$to/" --recursive --exclude '*' --include "$1" --content-type "$2" --cache-control "$3"
}
${all.join('\n')}
`;
}
