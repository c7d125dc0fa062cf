import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Aborted, ask } from '../../../src/cli/terminal.ts';

test('an answer contains every pasted line, and the next question gets its own answer', async () => {
  const input = new PassThrough();
  const terminal = createInterface({ input, output: new PassThrough() });
  const quote = ask(terminal, 'Quote: ');
  input.write('One,\ntwo.\n\nThree.\n');
  expect(await quote).toBe('One,\ntwo.\n\nThree.');
  const source = ask(terminal, 'Source: ');
  input.write('A book\n');
  expect(await source).toBe('A book');
  terminal.close();
});

test('the end of the input ends the questions', async () => {
  const input = new PassThrough();
  const terminal = createInterface({ input, output: new PassThrough() });
  const answer = ask(terminal, 'Quote: ');
  input.end();
  await expect(answer).rejects.toThrow(Aborted);
});
