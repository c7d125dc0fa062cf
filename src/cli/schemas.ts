import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { addressesSchema, ledgerSchema } from '../loader/ledger-schema.ts';
import { collectionSchema, frontmatterSchema, pageSchema } from '../loader/schema.ts';
import { defineCommand } from './arguments.ts';

const schemas = {
  'collection.schema.json': ['collection.yaml', collectionSchema],
  'quote.schema.json': ['The frontmatter of a quote', frontmatterSchema],
  'page.schema.json': ['The frontmatter of a custom page', pageSchema],
  'permalinks.schema.json': ['permalinks.json', ledgerSchema],
  'addresses.schema.json': ['addresses.json', addressesSchema],
} as const;

/** Returns the JSON Schemas of the content files, by file name. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schemas).map(([file, [title, schema]]) => {
      // The input types describe what authors write. Language servers of editors support draft 7.
      const { $schema, ...rest } = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema }) => {
          // The limits of JavaScript's integers mean nothing to authors.
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
    about: 'Writes the JSON Schemas of the content files to .vscode/, where VS Code finds them.',
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
