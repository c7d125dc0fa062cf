import { resolve } from 'node:path';

// The one file that reads the environment. It is JavaScript because `npm start` and `npm test` need
// it before Node 24, which runs TypeScript, is installed.

const { env } = process;

/** Sets variables that Astro and its bundler read when they are loaded. */
export function configureAstro() {
  env.ASTRO_TELEMETRY_DISABLED = '1';
  // The bundler's allocator: releases about 70 MB when bundling ends instead of at its next use,
  // and uses 50 MB less without huge pages, which are zeroed 2 MB at a time.
  env.MIMALLOC_PURGE_DELAY = '0';
  env.MIMALLOC_ALLOW_THP = '0';
}

/** Returns the absolute content folder; `CONTENT_DIR` may be relative to the working directory. */
export const contentDir = () => resolve(env.CONTENT_DIR || 'content');

/** Returns the path under which the site is served, with a slash at both ends. */
export const basePath = () => `/${env.BASE_PATH ?? ''}/`.replace(/\/{2,}/gu, '/');

/** Returns the raw `SITE_URL`; `parseSiteUrl` validates it. */
export const siteUrl = () => env.SITE_URL;

/** Returns the raw `OUTPUTS`; `parseOutputs` validates it. */
export const outputList = () => env.OUTPUTS;

/** Returns the raw `PORT`. */
export const port = () => env.PORT;

/** Whether this process is an npm script, which npm runs in a shell. */
export const isNpmScript = () => env.npm_lifecycle_event !== undefined;
