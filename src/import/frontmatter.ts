import { parse as parseYaml } from 'yaml';
import { fieldsBy, itemOf, valuesOf } from './fields.ts';
import { quoted, type Input, type Item, type ReadResult } from './item.ts';
import { markdownWords } from './markdown-words.ts';

/** What frontmatter says of every quote below it: an author makes the title the source. */
export function readFrontmatter(
  head: string,
  columns: Input['columns'],
  result: ReadResult,
  fail: (message: string) => void,
): Item {
  let fields: Record<string, unknown> | null = null;
  try {
    fields = parseYaml(head.replace(/^---|---\s*$/gu, '')) as typeof fields;
  } catch {
    fail(`has frontmatter that is not YAML: ${quoted(head.split('\n')[1] ?? '')}`);
  }
  const plain = Object.entries(fields ?? {}).map(([key, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : value;
    const isPlain = typeof text === 'string' || typeof text === 'number';
    return [key, isPlain ? markdownWords(`${text}`, () => undefined) : ''] as const;
  });
  const values = valuesOf(plain, fieldsBy(columns));
  if (!values.has('person') && values.has('source')) {
    result.title = values.get('source')!;
    values.delete('source');
  }
  for (const field of ['text', 'date', 'order', 'part', 'note', 'status'] as const)
    values.delete(field);
  return itemOf(0, values);
}
