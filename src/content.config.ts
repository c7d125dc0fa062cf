import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentDir } from './loader/content-dir.ts';
import type { CollectionConfig, QuoteEntry, Withdrawn } from './collection/model.ts';
import { withdrawnIn } from './loader/permalinks.ts';
import { formatProblem } from './loader/diagnostic.ts';
import { cachedCollection } from './loader/collection-cache.ts';
import type { LoadResult } from './loader/load.ts';

type ValidCollection = ReturnType<typeof cachedCollection>;

/** Fills Astro's store with what the reader finds; the reader has held all rules by then. */
function load(
  name: string,
  entries: (reading: ValidCollection) => [id: string, data: object][],
  warn: (reading: LoadResult) => LoadResult['problems'],
): Loader {
  return {
    name,
    load: async ({ store, logger, watcher }) => {
      const folder = contentDir();
      const fill = (anew: boolean) => {
        const reading = cachedCollection(folder, { anew });
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
    schema: z.custom<{ about: CollectionConfig; withdrawn: Withdrawn[] }>(),
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
