import type { Collection, Group } from './collection/model.ts';
import { paginate } from './collection/pagination.ts';
import { pagePath } from './collection/urls.ts';
import { contentDir } from './environment.js';
import { checkBeforePublishing } from './loader/sample.ts';
import { ContentError, formatProblem } from './loader/diagnostic.ts';
import { loadCollectionOrThrow } from './loader/load.ts';
import { isEnabled, type Output } from './outputs/selection.ts';

// Pages, fonts, redirects and commands all take the collection from this module. A build has one
// instance of it (see build/content.ts), so files are read, validated and assembled once; the
// development server loads it again after an edit.
type Content = ReturnType<typeof loadCollectionOrThrow>;

// An error is kept too, since the development server asks several times for each request.
let loaded: Content | ContentError | undefined;

/** The content folder with its collection; throws a ContentError that lists every problem. */
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

/** The collection; all pages get the same object, so that results can be cached by it. */
export async function loadCollection(): Promise<Collection> {
  return loadContent().collection;
}

/**
 * The paths of an output, one for each id that the quote has or had: frames and scripts follow no
 * redirect. None where the output is not enabled.
 */
export async function namedPaths(output: Output) {
  if (!isEnabled(output)) return [];
  const { quotes } = await loadCollection();
  return quotes.flatMap((quote) =>
    [quote.id, ...quote.aliases].map((id) => ({ params: { id }, props: { quote } })),
  );
}

/** The paths of quotes that have a part, theme or the like in common, on as many pages as needed. */
export async function listPaths<G extends Group>(groupsOf: (collection: Collection) => G[]) {
  return groupsOf(await loadCollection()).flatMap((group) =>
    paginate(group.quotes).map((page) => ({
      params: { slug: group.slug, page: pagePath(page.page) },
      props: { group, ...page },
    })),
  );
}
