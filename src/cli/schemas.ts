import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../loader/json-schema.ts';
import { command, refusePositionals } from './arguments.ts';

const usage = `Usage: npm run schemas [-- --help]

Writes the JSON Schemas of the content files to .vscode/, where VS Code takes them up.
`;

await command(usage, {}, (_values, positionals) => {
  refusePositionals(positionals);
  mkdirSync('.vscode', { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    const path = join('.vscode', name);
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
    console.log(path);
  }
  return true;
});
