import { z } from 'astro/zod';
import { labelKinds, type LabelRecord } from '../collection/model.ts';
import { isSlug } from '../text/slug.ts';
import { date, line } from './schema-fields.ts';

const ledgerMessage = 'must be "live" or {"gone": "YYYY-MM-DD", "reason": "…"}.';

/** `permalinks.json`. */
export const ledgerSchema = z.record(
  z.string(),
  z.union(
    [
      z.literal('live'),
      z.strictObject(
        { gone: date, reason: line('Not his words.').optional() },
        { error: ledgerMessage },
      ),
    ],
    { error: ledgerMessage },
  ),
  { error: 'must be an object of ids.' },
);

const path = z
  .string({ error: 'must be text such as themes/trust.' })
  .refine(isPath, { error: 'must be the path of a page, such as themes/trust.' });

function isPath(text: string): boolean {
  const [kind, slug, ...rest] = text.split('/');
  return [...labelKinds, 'quotes'].includes(kind!) && isSlug(slug ?? '') && rest.length === 0;
}

/** `addresses.json`. */
export const addressesSchema = z.strictObject(
  {
    labels: z
      .record(
        z.string(),
        z.union(
          [
            line('On trust').transform((label): LabelRecord => ({ label })),
            z.strictObject({
              label: line('On trust'),
              to: path.meta({ description: 'The page that it leads to now.' }).optional(),
              quotes: z
                .array(z.string())
                .meta({ description: 'Its last quotes, where no other page has all of them.' })
                .optional(),
              gone: date.optional(),
              reason: line('Not his words.').optional(),
            }),
          ],
          { error: 'must be a label or {"label": "…", "to": "themes/trust"}.' },
        ),
      )
      .meta({ description: 'The label of each address, by its path.' }),
    quotes: z
      .record(
        z.string(),
        z.strictObject({
          added: date.meta({ description: 'The day on which the id was published.' }),
          labels: z.array(z.string()),
          words: line('Moving data is expensive.').optional(),
        }),
      )
      .meta({ description: 'What is known of each id.' }),
  },
  { error: 'must be an object with labels and quotes.' },
);
