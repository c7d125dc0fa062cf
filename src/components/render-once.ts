import type { Collection } from '../collection/model.ts';

const rendered = new WeakMap<Collection, Map<string, string>>();

/**
 * The HTML of what is the same on many pages of a collection, rendered for the first of them. In
 * development it is rendered each time, as its components change.
 */
export async function renderOnce(
  collection: Collection,
  name: string,
  render: () => Promise<string>,
): Promise<string> {
  if (import.meta.env.DEV) return render();
  const known = rendered.get(collection) ?? new Map<string, string>();
  rendered.set(collection, known);
  const html = known.get(name) ?? (await render());
  known.set(name, html);
  return html;
}
