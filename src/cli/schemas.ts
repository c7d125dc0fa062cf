import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../loader/json-schema.ts';
import { defineCommand, runMain } from './arguments.ts';

/** `npm run schemas`. */
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
    return true;
  },
);

await runMain(schemasCommand);
