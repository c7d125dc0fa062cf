const rendered = new Map<string, string>();

/** Renders shared HTML once for each name. In development it always renders, as components change. */
export async function renderOnce(name: string, render: () => Promise<string>): Promise<string> {
  const cached = import.meta.env.DEV ? undefined : rendered.get(name);
  const html = cached ?? (await render());
  rendered.set(name, html);
  return html;
}
