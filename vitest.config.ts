import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // Files that share a process take two thirds of the time, and hold that no module keeps state.
    isolate: false,
    // Far more than any takes alone: what it stops is work that grows with the square.
    testTimeout: 30_000,
  },
});
