import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentFolder } from './collection/folder.ts';
import type { About, QuoteEntry, Withdrawn } from './collection/model.ts';
import { withdrawnIn } from './collection/permalinks.ts';
import { formatProblem } from './collection/problem.ts';
import { heldCollection } from './collection/held.ts';
import type { Reading } from './collection/read.ts';

type Sound = ReturnType<typeof heldCollection>;

/** Fills Astro's store with what the reader finds; the reader has held all rules by then. */
function load(
  name: string,
  entries: (reading: Sound) => [id: string, data: object][],
  warn: (reading: Reading) => Reading['problems'],
): Loader {
  return {
    name,
    load: async ({ store, logger, watcher }) => {
      const folder = contentFolder();
      const fill = (anew: boolean) => {
        const reading = heldCollection(folder, { anew });
        for (const problem of warn(reading)) logger.warn(formatProblem(problem));
        store.clear();
        for (const [id, data] of entries(reading)) store.set({ id, data: { ...data } });
      };
      fill(false);
      watcher?.add(folder);
      watcher?.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        try {
          fill(true);
        } catch (error) {
          logger.error(String(error));
        }
      });
    },
  };
}

export const collections = {
  about: defineCollection({
    loader: load(
      'about',
      ({ about, ledger = {} }) => [['about', { about, withdrawn: withdrawnIn(ledger) }]],
      ({ problems }) => problems,
    ),
    schema: z.custom<{ about: About; withdrawn: Withdrawn[] }>(),
  }),
  quotes: defineCollection({
    loader: load(
      'quotes',
      ({ entries }) => entries.map((entry) => [entry.id, entry]),
      () => [],
    ),
    schema: z.custom<QuoteEntry>(),
  }),
};
