import { z } from 'astro/zod';
import { addressesSchema, ledgerSchema } from './ledger-schema.ts';
import { collectionSchema, frontmatterSchema, pageSchema } from './schema.ts';

/** JSON Schemas of the content files, for editors, by the name of their file. */
export function jsonSchemas(): Record<string, object> {
  return {
    'collection.schema.json': jsonSchema(collectionSchema, 'collection.yaml'),
    'quote.schema.json': jsonSchema(frontmatterSchema, 'The frontmatter of a quote'),
    'page.schema.json': jsonSchema(pageSchema, "The frontmatter of a page of one's own"),
    'permalinks.schema.json': jsonSchema(ledgerSchema, 'permalinks.json'),
    'addresses.schema.json': jsonSchema(addressesSchema, 'addresses.json'),
  };
}

/** What an author writes, in the draft that the editors' language servers know. */
function jsonSchema(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // The bounds of JavaScript's integers say nothing to an author.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { $schema, title, ...rest };
}
