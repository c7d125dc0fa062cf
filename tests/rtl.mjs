import { testElsewhere } from './build-copy.mjs';

// A collection that runs from right to left, on whose pages the interface is another language.
await testElsewhere('kohelet', { BASE_PATH: '/', tag: '@rtl' });
