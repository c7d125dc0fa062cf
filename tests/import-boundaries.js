const domain = ['collection', 'text'];
const view = [...domain, 'i18n', 'outputs', 'search', 'client', 'loader', 'content', 'styles'];

// The other parts of src/ that each part may import. `content`, `middleware` and `environment` are
// the files src/content.ts, src/middleware.ts and src/environment.js. Nothing may import `pages`.
const mayImport = {
  environment: [],
  text: [],
  i18n: ['text'],
  collection: ['text'],
  search: domain,
  client: [...domain, 'i18n', 'search'],
  loader: [...domain, 'i18n'],
  outputs: [...domain, 'i18n', 'loader', 'environment'],
  import: [...domain, 'loader'],
  build: [...domain, 'i18n', 'loader', 'outputs', 'client', 'content', 'environment'],
  cli: [...domain, 'loader', 'outputs', 'import', 'build', 'content', 'environment'],
  content: [...domain, 'loader', 'outputs', 'environment'],
  middleware: [...domain, 'i18n', 'content'],
  styles: [],
  components: view,
  layouts: [...view, 'components'],
  pages: [...view, 'components', 'layouts'],
};

// Astro's virtual modules exist only inside its build.
const insideAstro = ['components', 'layouts', 'pages'];

const noAstroFile = {
  regex: '\\.astro$',
  message: 'A .ts file must not import an .astro file.',
};
const noVirtualModule = {
  regex: '^astro:',
  message: 'Only pages, layouts and components may import astro:* modules.',
};
const noPage = {
  regex: '^(?:\\.{1,2}/)+(?:src/)?pages/',
  message: 'Nothing may import from src/pages.',
};
const noContentStore = {
  name: 'astro:content',
  message: 'The collection comes from src/content.ts, not from Astro’s content store.',
};
// Node does not have Vite's constants, so these would be addresses under another base path.
const noViteUrls = {
  regex: '/collection/urls\\.ts$',
  importNames: ['base', 'urls'],
  message: 'Outside Vite, call createUrls with the base path of the environment.',
};

/** The import rules as ESLint configurations, which must be last in the list. */
export const boundaries = [
  { files: ['**/*.ts'], rules: forbid([noPage, noAstroFile]) },
  { files: ['**/*.{js,mjs,astro}'], rules: forbid([noPage]) },
  ...Object.keys(mayImport).flatMap(boundary),
];

function isFile(part) {
  return ['content', 'middleware', 'environment'].includes(part);
}

function boundary(part) {
  const patterns = [...otherParts(part)];
  const paths = [];
  if (insideAstro.includes(part)) paths.push(noContentStore);
  else patterns.push(noVirtualModule);
  if (part === 'build' || part === 'cli') patterns.push(noViteUrls);
  return ['astro', 'js', 'mjs', 'ts'].map((extension) => ({
    files: isFile(part) ? [`src/${part}.${extension}`] : [`src/${part}/**/*.${extension}`],
    rules: forbid(extension === 'ts' ? [...patterns, noAstroFile] : patterns, paths),
  }));
}

function otherParts(part) {
  const allowed = mayImport[part];
  const others = Object.keys(mayImport).filter((name) => name !== part && !allowed.includes(name));
  const up = isFile(part) ? '\\./' : '(?:\\.\\./)+';
  const list = allowed.map((name) => `src/${name}`).join(', ');
  const siblings = {
    regex: `^(?:${up}|/src/)(?:${others.join('|')})(?:[./]|$)`,
    message: `From other parts of src/, src/${part} may import ${list === '' ? 'nothing' : `only ${list}`}.`,
  };
  return part === 'pages' ? [siblings, { ...noPage, regex: '^\\./' }] : [siblings];
}

function forbid(patterns, paths = []) {
  return {
    'no-restricted-imports': ['error', { paths, patterns }],
    // The rule above does not check `import()`.
    'no-restricted-syntax': [
      'error',
      ...patterns
        .filter(({ importNames }) => !importNames)
        .map(({ regex, message }) => ({
          // A selector's regular expression cannot contain a slash.
          selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`,
          message,
        })),
    ],
  };
}
