import type { Collection } from '../collection/model.ts';

const rendered = new WeakMap<Collection, Map<string, string>>();

/**
 * HTML that many pages of a collection share, rendered once. In development it is rendered each
 * time, as components change.
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
