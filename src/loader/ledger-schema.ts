import { z } from 'astro/zod';
import { labelKinds, type LabelRecord } from '../collection/model.ts';
import { isSlug } from '../text/slug.ts';
import { date, line, slug } from './schema.ts';

const recordErrors = (message: string, keyMessage: string) => ({
  error: ({ code }: { code?: string }) => (code === 'invalid_key' ? keyMessage : message),
});

const ledgerMessage = 'must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.';

/** The schema of `permalinks.json`. */
export const ledgerSchema = z.record(
  slug('data-gravity'),
  z.union(
    [
      z.literal('live'),
      z.strictObject({ gone: date, reason: line('Not his words.').optional() }, ledgerMessage),
    ],
    ledgerMessage,
  ),
  recordErrors('must be an object of ids.', 'cannot be an id.'),
);

const pathOf = (kinds: readonly string[]) =>
  z.string('must be text such as themes/trust.').refine((text) => {
    const [kind, slug, ...rest] = text.split('/');
    return kinds.includes(kind!) && isSlug(slug ?? '') && rest.length === 0;
  }, 'must be the path of a page, such as themes/trust.');

/** The schema of `addresses.json`. */
export const addressesSchema = z.strictObject(
  {
    labels: z
      .record(
        pathOf(labelKinds),
        z
          .union(
            [
              line('On trust'),
              z.strictObject({
                label: line('On trust'),
                to: pathOf([...labelKinds, 'quotes'])
                  .describe('The page that it leads to.')
                  .optional(),
                quotes: z
                  .array(z.string())
                  .describe('Its last quotes, if no other page has all of them.')
                  .optional(),
                gone: date.optional(),
                reason: line('Not his words.').optional(),
              }),
            ],
            'must be a label or {"label": "…", "to": "themes/trust"}.',
          )
          .transform((record): LabelRecord =>
            typeof record === 'string' ? { label: record } : record,
          ),
        recordErrors('must be an object of paths.', 'cannot be an address.'),
      )
      .describe('The label of each address, by its path.'),
    quotes: z
      .record(
        z.string(),
        z.strictObject(
          {
            added: date.describe('The day on which the id was published.'),
            labels: z.array(z.string()),
            words: line('Moving data is expensive.').optional(),
          },
          'must be {"added": "YYYY-MM-DD", "labels": ["themes/trust"]}.',
        ),
        'must be an object of ids.',
      )
      .describe('The publication date, labels and, without a theme, first words of each id.'),
  },
  'must be an object with labels and quotes.',
);
