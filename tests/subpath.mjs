import { testElsewhere } from './build-copy.mjs';

// A collection of another shape, language and look, so that nothing holds for the first one only.
await testElsewhere('pensees', {
  BASE_PATH: '/quotes/book',
  tag: '@subpath',
  look: (css) =>
    css
      .replace('--font-serif: Newsreader', '--font-serif: Literata')
      .replace('oklch(0.47 0.13 var(--hue))', 'oklch(0.42 0.08 calc(var(--hue) + 90))'),
});
