const domain = ['collection', 'text'];
const view = [...domain, 'i18n', 'outputs', 'search', 'client', 'loader', 'content', 'styles'];

// What each folder of src/ may import of the others. `content` is the adapter over Astro's content
// layer, src/content.ts; nobody may import `pages`.
const mayImport = {
  text: [],
  i18n: ['text'],
  collection: ['text'],
  search: domain,
  client: [...domain, 'i18n', 'search'],
  loader: [...domain, 'i18n'],
  outputs: [...domain, 'i18n', 'loader'],
  import: [...domain, 'loader'],
  build: [...domain, 'i18n', 'loader', 'outputs', 'client'],
  cli: [...domain, 'loader', 'outputs', 'import', 'build'],
  content: [...domain, 'loader', 'outputs'],
  styles: [],
  components: view,
  layouts: [...view, 'components'],
  pages: [...view, 'components', 'layouts'],
};

// Astro's virtual modules exist only inside its build.
const insideAstro = ['content', 'components', 'layouts', 'pages'];

const noAstroFile = {
  regex: '\\.astro$',
  message: 'No .ts file imports an .astro file.',
};
const noVirtualModule = {
  regex: '^astro:',
  message: 'Only pages, layouts, components and src/content.ts import astro:* modules.',
};
const noPage = {
  regex: '^(?:\\.{1,2}/)+(?:src/)?pages/',
  message: 'Nobody imports from src/pages.',
};
const noContentLayer = {
  name: 'astro:content',
  importNames: ['getCollection', 'getEntry', 'getEntries'],
  message: 'Only src/content.ts asks Astro for content.',
};

/** The import rules of the project as ESLint configurations, last in the list of all. */
export const boundaries = [
  { files: ['**/*.ts'], rules: forbid([noPage, noAstroFile]) },
  { files: ['**/*.{js,mjs,astro}'], rules: forbid([noPage]) },
  ...Object.keys(mayImport).flatMap(boundary),
];

function boundary(part) {
  const patterns = [...otherParts(part)];
  const paths = [];
  if (!insideAstro.includes(part)) patterns.push(noVirtualModule);
  else if (part !== 'content') paths.push(noContentLayer);
  return ['astro', 'js', 'mjs', 'ts'].map((extension) => ({
    files: part === 'content' ? ['src/content{,.config}.ts'] : [`src/${part}/**/*.${extension}`],
    rules: forbid(extension === 'ts' ? [...patterns, noAstroFile] : patterns, paths),
  }));
}

function otherParts(part) {
  const allowed = mayImport[part];
  const others = Object.keys(mayImport).filter((name) => name !== part && !allowed.includes(name));
  const up = part === 'content' ? '\\./' : '(?:\\.\\./)+';
  const list = allowed.map((name) => `src/${name}`).join(', ');
  const siblings = {
    regex: `^(?:${up}|/src/)(?:${others.join('|')})(?:[./]|$)`,
    message: `Of the rest of src/, src/${part} may import ${list === '' ? 'nothing' : `only ${list}`}.`,
  };
  return part === 'pages' ? [siblings, { ...noPage, regex: '^\\./' }] : [siblings];
}

function forbid(patterns, paths = []) {
  return {
    'no-restricted-imports': ['error', { paths, patterns }],
    // The rule above does not look at `import()`.
    'no-restricted-syntax': [
      'error',
      ...patterns.map(({ regex, message }) => ({
        // A selector's regular expression cannot hold a slash.
        selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`,
        message,
      })),
    ],
  };
}
