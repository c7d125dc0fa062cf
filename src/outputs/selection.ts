import { outputList } from '../environment.js';
import { UserError } from '../loader/diagnostic.ts';

/** What can stand beside a permalink: its cards, its embed with oEmbed, its data files. */
export const outputs = ['cards', 'embeds', 'data'] as const;
export type Output = (typeof outputs)[number];

/**
 * The outputs that a list such as `embeds,data` asks for: all of them where nothing is asked, none
 * for `pages`. Throws on any other name.
 */
export function parseOutputs(list: string | undefined): ReadonlySet<Output> {
  if (!list || list === 'all') return new Set(outputs);
  if (list === 'pages') return new Set();
  return new Set(
    list.split(',').map((name) => {
      const output = outputs.find((known) => known === name.trim());
      if (output) return output;
      throw new UserError(`OUTPUTS is "${list}": use all, pages, or some of ${outputs.join(',')}.`);
    }),
  );
}

/** Whether this build writes an output: a large collection may go without, for its host's limits. */
export function isEnabled(output: Output): boolean {
  return parseOutputs(outputList()).has(output);
}
