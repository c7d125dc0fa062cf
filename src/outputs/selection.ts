import { outputList } from '../environment.js';
import { UserError } from '../loader/diagnostic.ts';

/** The optional outputs of a quote: cards, embeds with oEmbed, data files. */
export const outputs = ['cards', 'embeds', 'data'] as const;
export type Output = (typeof outputs)[number];

/** Parses a list such as `embeds,data`; empty means all, `pages` none. Throws on other names. */
export function parseOutputs(list: string | undefined): ReadonlySet<Output> {
  if (!list || list === 'all') return new Set(outputs);
  if (list === 'pages') return new Set();
  return new Set(
    list.split(',').map((name) => {
      const output = outputs.find((valid) => valid === name.trim());
      if (output) return output;
      throw new UserError(`OUTPUTS is "${list}": use all, pages, or some of ${outputs.join(',')}.`);
    }),
  );
}

let enabled: ReadonlySet<Output> | undefined;

/** Whether this build writes an output; hosts limit the number of files, so all are optional. */
export function isEnabled(output: Output): boolean {
  enabled ??= parseOutputs(outputList());
  return enabled.has(output);
}
