import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.cache/vitest',
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // Far more than any takes alone: what it stops is work that grows with the square.
    testTimeout: 30_000,
  },
});
