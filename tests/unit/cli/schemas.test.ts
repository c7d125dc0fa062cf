import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/cli/schemas.ts';

test.each(Object.entries(jsonSchemas()))(
  '.vscode/%s is what the schemas say (else: npm run schemas)',
  (name, schema) => {
    expect(JSON.parse(readFileSync(`.vscode/${name}`, 'utf8'))).toEqual(schema);
  },
);

test('the schema of the frontmatter has its fields with their types, and no others', () => {
  expect(jsonSchemas()['quote.schema.json']).toMatchObject({
    additionalProperties: false,
    properties: {
      part: { type: 'integer' },
      url: { pattern: '^https?://' },
      status: { enum: ['verified', 'attributed', 'paraphrased'] },
    },
  });
});
