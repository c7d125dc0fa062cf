import { testElsewhere } from './build-copy.mjs';

// A collection of another shape and language, so that nothing holds for the first one only.
await testElsewhere('pensees', { BASE_PATH: '/quotes/book', tag: '@subpath' });
