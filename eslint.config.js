import { fileURLToPath } from 'node:url';
import astro from 'eslint-plugin-astro';
import tailwind from 'eslint-plugin-better-tailwindcss';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { classHooks } from './tests/class-hooks.js';
import { boundaries } from './tests/import-boundaries.js';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', '.cache/', 'tests/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    // The scripts of components are files only for the linter, not for TypeScript.
    ignores: ['**/*.astro/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
      },
    },
  },
  astro.configs.recommended,
  {
    files: ['src/**/*.astro'],
    plugins: { tailwind },
    settings: { 'better-tailwindcss': { entryPoint: 'src/styles/global.css' } },
    rules: {
      'tailwind/enforce-consistent-class-order': 'error',
      'tailwind/no-conflicting-classes': 'error',
      'tailwind/no-duplicate-classes': 'error',
      'tailwind/no-unknown-classes': [
        'error',
        { ignore: classHooks.map((hook) => `^(?:${hook})$`) },
      ],
    },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A type may require a promise although there is nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-console': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-empty-character-class': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-self-assign': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: [
      'src/cli/**',
      'tests/*.mjs',
      'tests/{page-budget,hostile,journey}.ts',
      'tests/bench/{build,cards,fonts,lighthouse,pages,run,search}.ts',
      // They print figures.
      'tests/e2e/{html-links-csp,hosts}.spec.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Use markup from the server or clone a <template>; never use strings.',
        })),
        { object: 'process', property: 'env', message: 'Use src/environment.js.' },
      ],
    },
  },
  { files: ['src/environment.js'], rules: { 'no-restricted-properties': 'off' } },
  boundaries,
);
