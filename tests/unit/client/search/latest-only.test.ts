import { expect, test } from 'vitest';
import { newestOnly } from '../../../../src/client/search/latest-only.ts';

/** A question box whose answers come when the test says so. */
function slowly() {
  const asked: string[] = [];
  const answers: PromiseWithResolvers<string>[] = [];
  const ask = newestOnly((question: string) => {
    asked.push(question);
    answers.push(Promise.withResolvers());
    return answers.at(-1)!.promise;
  });
  const settled: string[] = [];
  return {
    asked,
    settled,
    ask: (question: string) =>
      void ask(question).then(
        (answer) => settled.push(answer),
        (error: Error) => settled.push(`failed: ${error.message}`),
      ),
    answer: async (number: number, answer: string | Error) => {
      if (answer instanceof Error) answers[number]!.reject(answer);
      else answers[number]!.resolve(answer);
      await new Promise(setImmediate);
    },
  };
}

test('a question that has no rival is answered', async () => {
  const { ask, answer, settled } = slowly();
  ask('a');
  await answer(0, 'A');
  ask('b');
  await answer(1, new Error('B'));
  expect(settled).toEqual(['A', 'failed: B']);
});

test('of the questions that come while one is answered, only the newest is asked and answered', async () => {
  const { ask, answer, asked, settled } = slowly();
  for (const question of ['a', 'ab', 'abc', 'abcd']) ask(question);
  expect(asked).toEqual(['a']);
  await answer(0, 'A');
  expect(asked).toEqual(['a', 'abcd']);
  expect(settled).toEqual([]);
  await answer(1, 'ABCD');
  expect(settled).toEqual(['ABCD']);
});

test('a stale question that fails says nothing, and the newest goes on', async () => {
  const { ask, answer, settled } = slowly();
  ask('a');
  ask('ab');
  await answer(0, new Error('A'));
  await answer(1, 'AB');
  expect(settled).toEqual(['AB']);
});
