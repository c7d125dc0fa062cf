import { STEP } from '../collection/reorder.ts';
import { setValue } from '../loader/edit-files.ts';
import { defineCommand } from './arguments.ts';
import { openFolder, quotesOfPart, type EditableFolder } from './reorder.ts';

export const renumberCommand = defineCommand(
  {
    usage: 'npm run renumber [-- --parts]',
    about:
      'Gives the quotes of every part of the content folder (CONTENT_DIR, or content) the orders 10, 20, 30 …, in the sequence that they have, so that one can be put between two others by editing its file alone.',
    options: {
      parts: {
        about:
          'number the parts 1, 2, 3 … in the sequence of collection.yaml instead, and their quotes with them',
      },
    },
    notes:
      'To put a new part in the middle, write it there in collection.yaml with a number that no other has, and run npm run renumber -- --parts.',
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
