import { createUrls } from '../src/collection/urls.ts';
import { basePath } from '../src/environment.js';

/** The base path of the site under test. */
export const base = basePath();

/** The addresses of the site under test. */
export const urls = createUrls(base);
