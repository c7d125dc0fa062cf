import { parse as parseYaml } from 'yaml';
import { fieldsBy, itemOf, valuesOf } from './fields.ts';
import { quoted, type Input, type Item, type ReadResult, type Report } from './item.ts';
import { markdownWords } from './markdown-words.ts';

/** What frontmatter says of every quote below it: an author makes the title the source. */
export function readFrontmatter(
  head: string,
  columns: Input['columns'],
  result: ReadResult,
  report: Report,
): Item {
  let fields: Record<string, unknown> | null = null;
  try {
    fields = parseYaml(head.replace(/^---|---\s*$/gu, '')) as typeof fields;
  } catch {
    const [, first = ''] = head.split('\n');
    report.error(1, 'line', `has frontmatter that is not YAML: ${quoted(first)}`);
  }
  const plain = Object.entries(fields ?? {}).map(([key, value]) => {
    const text = Array.isArray(value) ? value.join('; ') : value;
    const isPlain = typeof text === 'string' || typeof text === 'number';
    return [key, isPlain ? markdownWords(`${text}`, 1, 'line', report) : ''] as const;
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
