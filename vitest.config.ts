import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // Test files share a process, which saves a third of the time. Modules must not keep state.
    isolate: false,
    // Far more than any test needs, to detect quadratic work.
    testTimeout: 30_000,
  },
});
