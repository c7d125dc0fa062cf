import { STEP } from '../collection/reorder.ts';
import { setValue } from '../loader/edit-files.ts';
import { defineCommand } from './arguments.ts';
import { openFolder, quotesOfPart, type EditableFolder } from './reorder.ts';

export const renumberCommand = defineCommand(
  {
    usage: 'npm run renumber [-- --parts]',
    about:
      'Renumbers the quotes of every part of the content folder (CONTENT_DIR, or content) to the orders 10, 20, 30 … in their current sequence, so that a quote can be moved between two others by editing only its file.',
    options: {
      parts: {
        about:
          'renumber the parts 1, 2, 3 … in the sequence of collection.yaml instead, and update their quotes',
      },
    },
    notes:
      'To insert a part, add it to collection.yaml with an unused number, and run npm run renumber -- --parts.',
  },
  ({ parts }) => {
    (parts ? renumberParts : renumberQuotes)(openFolder());
  },
);

function renumberQuotes({ config, entries, save }: EditableFolder): void {
  const parts = config.parts.length > 0 ? config.parts.map(({ number }) => number) : [undefined];
  const orders = parts.flatMap((part) =>
    quotesOfPart(entries, part).map(({ id }, at) => [id, { order: (at + 1) * STEP }] as const),
  );
  save(new Map(orders));
}

function renumberParts({ config, entries, save }: EditableFolder): void {
  const numbers = new Map(config.parts.map(({ number }, index) => [number, index + 1]));
  const moved = entries.flatMap(({ id, part }) =>
    part === undefined ? [] : [[id, { part: numbers.get(part)! }] as const],
  );
  save(new Map(moved), (yaml) =>
    config.parts.reduce(
      (text, _, index) => setValue(text, ['parts', index, 'number'], index + 1),
      yaml,
    ),
  );
}

if (import.meta.main) process.exitCode = await renumberCommand();
