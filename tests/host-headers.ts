/** One rule of a `_headers` file. */
export interface HeaderRule {
  pattern: RegExp;
  /** Headers of earlier rules that this one removes. */
  dropped: string[];
  set: [name: string, value: string][];
}

const special = /[\\^$+?.()|[\]{}]/gu;

/** Parses a `_headers` file like Cloudflare Pages: each path is followed by its headers. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const [, dropped] = /^! *(.+)/u.exec(line) ?? [];
    const [, name, value] = /^([\w-]+): *(.+)/u.exec(line) ?? [];
    if (line.startsWith('/')) {
      const source = line.replace(special, '\\$&').replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${source}$`, 'u'), dropped: [], set: [] });
    } else if (dropped) rules.at(-1)?.dropped.push(dropped);
    else if (name && value) rules.at(-1)?.set.push([name, value]);
  }
  return rules;
}

/** Returns the headers of a path; if two rules set one, it has both values, as on Cloudflare. */
export function headersOf(path: string, rules: HeaderRule[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { pattern, dropped, set } of rules) {
    if (!pattern.test(path)) continue;
    for (const name of dropped) headers.delete(name);
    for (const [name, value] of set) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}
