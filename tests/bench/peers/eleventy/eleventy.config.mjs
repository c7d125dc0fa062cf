const MAX_IN_BOOK = 1000;

/** Groups quotes by a key, in their order. */
function grouped(quotes, key) {
  const groups = Map.groupBy(quotes, ({ data }) => data[key]);
  return [...groups].map(([label, quotes]) => ({ label, quotes }));
}

/** Returns a function that gives each label a unique slug. */
function slugger() {
  const slugs = new Map();
  const taken = new Set();
  return (label) => {
    if (slugs.has(label)) return slugs.get(label);
    const slug = String(label)
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-');
    let unique = slug;
    for (let n = 2; taken.has(unique); n++) unique = `${slug}-${n}`;
    taken.add(unique);
    slugs.set(label, unique);
    return unique;
  };
}

const byId = (a, b) => (a.fileSlug < b.fileSlug ? -1 : 1);

export default function (config) {
  const quotesOf = (api) =>
    api.getFilteredByGlob('quotes/*.md').sort((a, b) => a.data.part - b.data.part || byId(a, b));
  config.addFilter('slug', slugger());
  config.addCollection('quotes', quotesOf);
  for (const key of ['part', 'theme', 'source']) {
    config.addCollection(`${key}s`, (api) => grouped(quotesOf(api), key));
  }
  config.addCollection('paginate', (api) => {
    const quotes = quotesOf(api);
    const starts = Array.from({ length: Math.ceil(quotes.length / MAX_IN_BOOK) }, (_, at) => at);
    return starts.map((at) => quotes.slice(at * MAX_IN_BOOK, (at + 1) * MAX_IN_BOOK));
  });
  return {
    markdownTemplateEngine: false,
    dir: { input: '.', output: '_site' },
  };
}
