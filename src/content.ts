import type { Collection, Group } from './collection/model.ts';
import { paginate } from './collection/pagination.ts';
import { pagePath } from './collection/urls.ts';
import { contentDir } from './environment.js';
import { checkBeforePublishing } from './loader/sample.ts';
import { ContentError, formatProblem } from './loader/diagnostic.ts';
import { loadCollectionOrThrow } from './loader/load.ts';
import { isEnabled, type Output } from './outputs/selection.ts';

// Pages, fonts, redirects and commands all get the collection from this module. A build has only
// one instance of it (see build/content.ts), so files are read, validated and assembled once. The
// development server reloads it after an edit.
type Content = ReturnType<typeof loadCollectionOrThrow>;

// Errors are cached too: the development server loads the content several times per request.
let loaded: Content | ContentError | undefined;

/** Loads the content folder once; throws a ContentError that lists every problem. */
export function loadContent(): Content {
  loaded ??= load();
  if (loaded instanceof ContentError) throw loaded;
  return loaded;
}

function load(): Content | ContentError {
  try {
    const content = loadCollectionOrThrow(contentDir());
    const problems = [...content.problems, ...checkBeforePublishing(content)];
    for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
    return content;
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
}

/** Loads the collection. All pages get the same object, so it can be a cache key. */
export async function loadCollection(): Promise<Collection> {
  return loadContent().collection;
}

/**
 * Returns the paths of an output, or none if it is not enabled. Former ids have files too, because
 * frames and scripts do not follow redirect pages.
 */
export async function outputPaths(output: Output) {
  if (!isEnabled(output)) return [];
  const { quotes } = await loadCollection();
  return quotes.flatMap((quote) =>
    [quote.id, ...quote.aliases].map((id) => ({ params: { id }, props: { quote } })),
  );
}

/** Returns the paths of paginated lists: the quotes of each part, theme or other group. */
export async function listPaths<G extends Group>(groupsOf: (collection: Collection) => G[]) {
  return groupsOf(await loadCollection()).flatMap((group) =>
    paginate(group.quotes).map((page) => ({
      params: { slug: group.slug, page: pagePath(page.page) },
      props: { group, ...page },
    })),
  );
}
