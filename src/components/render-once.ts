const rendered = new Map<string, string>();

/** HTML that many pages share, rendered once by its name; in development each time, as components change. */
export async function renderOnce(name: string, render: () => Promise<string>): Promise<string> {
  const known = import.meta.env.DEV ? undefined : rendered.get(name);
  const html = known ?? (await render());
  rendered.set(name, html);
  return html;
}
