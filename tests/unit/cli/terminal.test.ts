import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Aborted, openTerminal } from '../../../src/cli/terminal.ts';

test('an answer has every line that is pasted, and the next question its own', async () => {
  const input = new PassThrough();
  const { ask, close } = openTerminal({ input, output: new PassThrough() });
  const quote = ask('Quote: ');
  input.write('One,\ntwo.\n\nThree.\n');
  expect(await quote).toBe('One,\ntwo.\n\nThree.');
  const source = ask('Source: ');
  input.write('A book\n');
  expect(await source).toBe('A book');
  close();
});

test('the end of the input ends the questions', async () => {
  const input = new PassThrough();
  const { ask } = openTerminal({ input, output: new PassThrough() });
  const answer = ask('Quote: ');
  input.end();
  await expect(answer).rejects.toThrow(Aborted);
});
