import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { addressesSchema, ledgerSchema } from '../loader/ledger-schema.ts';
import { collectionSchema, frontmatterSchema, pageSchema } from '../loader/schema.ts';
import { defineCommand } from './arguments.ts';

const schemas = {
  'collection.schema.json': ['collection.yaml', collectionSchema],
  'quote.schema.json': ['The frontmatter of a quote', frontmatterSchema],
  'page.schema.json': ["The frontmatter of a page of one's own", pageSchema],
  'permalinks.schema.json': ['permalinks.json', ledgerSchema],
  'addresses.schema.json': ['addresses.json', addressesSchema],
} as const;

/** JSON Schemas of the content files, for editors, by the name of their file. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schemas).map(([file, [title, schema]]) => {
      // What an author writes, in the draft that the editors' language servers know.
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema }) => {
          // The bounds of JavaScript's integers say nothing to an author.
          if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        },
      });
      return [file, { $schema, title, ...rest }];
    }),
  );
}

const schemasCommand = defineCommand(
  {
    usage: 'npm run schemas',
    about: 'Writes the JSON Schemas of the content files to .vscode/, where VS Code takes them up.',
    options: {},
  },
  () => {
    mkdirSync('.vscode', { recursive: true });
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      const path = join('.vscode', name);
      writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
      console.log(path);
    }
  },
);

if (import.meta.main) process.exitCode = await schemasCommand();
