import { expect, test } from 'vitest';
import { policyFirst } from '../../../src/build/policy.ts';

test('the policy stands behind the charset, before every script and style', () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none';">`;
  const html = `<head><meta charset="utf-8"><script>1</script><style>a{}</style>${policy}</head>`;
  expect(policyFirst(html)).toBe(
    `<head><meta charset="utf-8">${policy}<script>1</script><style>a{}</style></head>`,
  );
});
