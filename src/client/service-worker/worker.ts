import type { kindOf as KindOf, Release } from './precache-manifest.ts';

// TypeScript's types for service workers conflict with those for pages.
interface FetchEvent {
  waitUntil: (promise: Promise<unknown>) => void;
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

interface Scope extends Pick<Window, 'caches' | 'fetch' | 'location'> {
  addEventListener: (type: string, act: (event: FetchEvent) => void) => void;
  clients: { claim: () => Promise<void> };
  registration: Partial<Pick<ServiceWorkerRegistration, 'navigationPreload'>>;
  skipWaiting: () => Promise<void>;
}

/**
 * The service worker. Browsers run the source text of this function, so it may use only its arguments
 * and the platform.
 *
 * Each version of the site has its own cache, used once it is complete. Pages are network-first with a
 * timeout, files with a content hash cache-first.
 */
export function serveOffline(
  scope: Scope,
  { version, base, precached, incomplete }: Release,
  kindOf: typeof KindOf,
): void {
  const networkTimeout = 3000;
  const prefix = `offline ${base} `;
  const name = prefix + version;
  const known = new Set(precached);
  const { caches } = scope;

  const mayBeMissing = (path: string) => incomplete.includes(kindOf(path.slice(base.length)));
  const hasContentHash = (path: string) => path.startsWith(`${base}_astro/`);

  async function precache(cache: Cache, path: string): Promise<void> {
    if (await cache.match(path)) return;
    const cached = hasContentHash(path) && (await caches.match(path));
    const response = cached || (await scope.fetch(path, { cache: 'no-cache', priority: 'low' }));
    const { status, headers } = response;
    // The page of a withdrawn quote may have status 410.
    const isUsable = response.ok || status === 410 || path === `${base}404.html`;
    if (!isUsable) throw new Error(`${status} ${path}`);
    // Browsers refuse a redirected response for a navigation; the copy is not redirected.
    await cache.put(path, new Response(await response.blob(), { status, headers }));
  }

  async function precacheAll(): Promise<void> {
    const cache = await caches.open(name);
    const paths = precached.values();
    const precacheNext = async () => {
      for (const path of paths) await precache(cache, path);
    };
    await Promise.all([precacheNext(), precacheNext(), precacheNext()]);
    // If the site was published again in the meantime, the cache mixes two versions.
    const latest = await scope.fetch(`${base}sw.js`, { cache: 'no-store' });
    if (!(await latest.text()).includes(version)) throw new Error('There is a newer version');
  }

  async function install(): Promise<void> {
    try {
      await precacheAll();
    } catch (error) {
      // A partial cache is useless on a full disk; after other failures the next attempt completes it.
      if ((error as Error).name === 'QuotaExceededError') await caches.delete(name);
      throw error;
    }
    await scope.skipWaiting();
  }

  async function activate(): Promise<void> {
    const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
    // Open pages may still ask for scripts of the previous version.
    for (const key of others.slice(0, -1)) await caches.delete(key);
    // Earlier versions enabled navigation preload. In Firefox a failed preload breaks the navigation:
    // https://github.com/GoogleChrome/workbox/issues/3134
    await scope.registration.navigationPreload?.disable();
    await scope.clients.claim();
  }

  const match = (path: string): Promise<Response | undefined> =>
    caches.match(path, { cacheName: name, ignoreVary: true }).catch(() => undefined);

  async function fromCache(request: Request, path: string): Promise<Response | undefined> {
    const found = await match(path);
    if (found || request.mode !== 'navigate') return found;
    const { search } = new URL(request.url);
    if (await match(`${path}/`)) return Response.redirect(`${path}/${search}`);
    const [page, status] = mayBeMissing(path) ? ['offline/', 503] : ['404.html', 404];
    const missing = await match(base + page);
    return missing && new Response(missing.body, { status, headers: missing.headers });
  }

  /** Caches a visited page unless all pages of its kind are precached. */
  async function cacheVisited(path: string, response: Response): Promise<void> {
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (!isPage || response.status !== 200 || !mayBeMissing(path)) return;
    try {
      if (await caches.has(name)) await (await caches.open(name)).put(path, response);
    } catch {
      // The disk is full; the page is shown all the same.
    }
  }

  async function networkFirst(event: FetchEvent, path: string): Promise<Response> {
    const { request } = event;
    const network = scope.fetch(request).then((response) => {
      if (request.mode === 'navigate') event.waitUntil(cacheVisited(path, response.clone()));
      return response;
    });
    const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, networkTimeout));
    const settled = network.catch(() => undefined);
    event.waitUntil(settled);
    const response = await Promise.race([settled, timeout]);
    if (response && response.status < 500) return response;
    return (await fromCache(request, path)) ?? network;
  }

  async function cacheFirst(request: Request): Promise<Response> {
    const found = await caches.match(request, { ignoreVary: true }).catch(() => undefined);
    return found ?? scope.fetch(request);
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return;
    if (!pathname.startsWith(base) || request.headers.has('range')) return;
    if (hasContentHash(pathname)) event.respondWith(cacheFirst(request));
    else if (request.mode === 'navigate' || known.has(pathname)) {
      event.respondWith(networkFirst(event, pathname));
    }
  });
}
