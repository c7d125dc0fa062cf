import { expect, test } from 'vitest';
import { stem } from '../../../src/text/stemmer.ts';

test.each([
  'debug debugs debugged debugging debugger',
  'scale scales scaled scaling scalable scalability',
  'company companies',
  'crash crashes crashed crashing',
  'collaborate collaborating collaboration collaborative',
  'standard standards standardize standardizing standardise',
  'build builds built building',
  'write writes wrote written writing',
  'gpu gpus',
  'manage managed managing management',
  'use user users used using',
  'grow grew grown growing',
  'outgrow outgrew outgrown outgrowing',
  'neutral neutrality',
  'cheap cheaper cheapest',
  'transparent transparency',
  'mathematics mathematical mathematically',
])('%s have the same stem', (forms) => {
  expect(new Set(forms.split(' ').map(stem)).size).toBe(1);
});

test.each(['data date', 'status state', 'this the', 'class clash', 'spark spare', 'us users'])(
  '%s have different stems',
  (words) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(2);
  },
);

test.each(['ion', '5g', 'données', 'слова'])('%s stays as it is', (word) => {
  expect(stem(word)).toBe(word);
});
