import { resolve } from 'node:path';

// The one file that reads the environment. It is JavaScript because `npm start` and `npm test` need
// it before Node 24, which runs TypeScript, is installed.

const { env } = process;

/** Sets what Astro and its bundler read when they are loaded. */
export function configureAstro() {
  env.ASTRO_TELEMETRY_DISABLED = '1';
  // The bundler's allocator: it gives back some 70 MB when bundling ends, not at its next use, and
  // takes 50 MB less in small pages, which need not be zeroed by 2 MB.
  env.MIMALLOC_PURGE_DELAY = '0';
  env.MIMALLOC_ALLOW_THP = '0';
}

/** The content folder, absolute; a relative `CONTENT_DIR` starts at the working directory. */
export const contentDir = () => resolve(env.CONTENT_DIR || 'content');

/** The path that the site is served under, with a slash at both ends. */
export const basePath = () => `/${env.BASE_PATH ?? ''}/`.replace(/\/{2,}/gu, '/');

/** `SITE_URL` as it was given; `parseSiteUrl` validates it. */
export const siteUrl = () => env.SITE_URL;

/** `OUTPUTS` as it was given; `parseOutputs` validates it. */
export const outputList = () => env.OUTPUTS;

/** `PORT` as it was given. */
export const port = () => env.PORT;

/** Whether npm runs this process as a script, with a shell between the two. */
export const isNpmScript = () => env.npm_lifecycle_event !== undefined;
