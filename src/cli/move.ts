import { fewestOrders } from '../collection/reorder.ts';
import { UserError } from '../loader/diagnostic.ts';
import { defineCommand, UsageError } from './arguments.ts';
import { openFolder, quotesOfPart, type Edits } from './reorder.ts';

export const moveCommand = defineCommand(
  {
    usage: 'npm run move -- ID --before ID | --after ID',
    argument: 'the quote to move by its id',
    about:
      'Puts a quote of the content folder (CONTENT_DIR, or content) before or after another, in the part of that one. It changes as few files as it can: one, where the orders of the neighbours leave room.',
    options: {
      before: { value: 'ID', about: 'the quote that follows' },
      after: { value: 'ID', about: 'the quote that precedes' },
    },
    notes: 'npm run renumber makes room between all orders.',
  },
  ({ before, after }, id) => {
    const other = before ?? after;
    if (other === undefined || (before !== undefined && after !== undefined)) {
      throw new UsageError('Say where to: --before ID or --after ID.');
    }
    const folder = openFolder();
    const find = (name: string) => folder.entries.find((entry) => entry.id === name);
    const [quote, neighbour] = [find(id), find(other)];
    if (!quote || !neighbour || quote === neighbour) {
      const missing = `${quote ? other : id} is no quote`;
      const why = quote && neighbour ? 'A quote cannot be moved next to itself' : missing;
      throw new UserError(`${why}: nothing was changed.`);
    }
    const list = quotesOfPart(folder.entries, neighbour.part).filter((entry) => entry !== quote);
    const index = list.indexOf(neighbour) + (after === undefined ? 0 : 1);
    // In another part its order says nothing.
    const isSamePart = quote.part === neighbour.part;
    list.splice(index, 0, isSamePart ? quote : { ...quote, order: undefined! });
    const edits: Edits = new Map(
      Array.from(fewestOrders(list), ([name, order]) => [name, { order }]),
    );
    if (neighbour.part !== undefined) {
      edits.set(id, { part: neighbour.part, ...edits.get(id) });
    }
    folder.save(edits);
  },
);

if (import.meta.main) process.exitCode = await moveCommand();
