import { fewestOrders } from '../collection/reorder.ts';
import { UserError } from '../loader/diagnostic.ts';
import { defineCommand, UsageError } from './arguments.ts';
import { openFolder, quotesOfPart, type Edits } from './reorder.ts';

export const moveCommand = defineCommand(
  {
    usage: 'npm run move -- ID --before ID | --after ID',
    argument: 'the id of the quote to move',
    about:
      'Moves a quote of the content folder (CONTENT_DIR, or content) before or after another one, and into its part. Changes as few files as possible: only one if there is room between the orders of the neighbors.',
    options: {
      before: { value: 'ID', about: 'move it before this quote' },
      after: { value: 'ID', about: 'move it after this quote' },
    },
    notes: 'npm run renumber makes room between all orders.',
  },
  ({ before, after }, id) => {
    const other = before ?? after;
    if (other === undefined || (before !== undefined && after !== undefined)) {
      throw new UsageError('Use either --before ID or --after ID.');
    }
    const folder = openFolder();
    const find = (name: string) => folder.entries.find((entry) => entry.id === name);
    const [quote, neighbor] = [find(id), find(other)];
    if (!quote || !neighbor || quote === neighbor) {
      const missing = `${quote ? other : id} is not a quote`;
      const why = quote && neighbor ? 'A quote cannot be moved next to itself' : missing;
      throw new UserError(`${why}: nothing was changed.`);
    }
    const list = quotesOfPart(folder.entries, neighbor.part).filter((entry) => entry !== quote);
    const index = list.indexOf(neighbor) + (after === undefined ? 0 : 1);
    // An order has no meaning in another part.
    const isSamePart = quote.part === neighbor.part;
    list.splice(index, 0, isSamePart ? quote : { ...quote, order: undefined! });
    const edits: Edits = new Map(
      Array.from(fewestOrders(list), ([name, order]) => [name, { order }]),
    );
    if (neighbor.part !== undefined) {
      edits.set(id, { part: neighbor.part, ...edits.get(id) });
    }
    folder.save(edits);
  },
);

if (import.meta.main) process.exitCode = await moveCommand();
