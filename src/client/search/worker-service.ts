import type { SearchManifest } from '../../search/documents.ts';
import type { SearchOptions } from '../../search/engine.ts';
import { newestOnly } from './latest-only.ts';
import { asking, type Request, type Response } from './protocol.ts';
import type { ServiceResult } from '../../search/service.ts';
import workerUrl from './worker.ts?worker&url';

interface PolicyFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
}

function ownScript(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError(url);
  return url;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
// A name can be taken once a page, so the policy is made with the module.
const policy = trustedTypes?.createPolicy('search-worker', { createScriptURL: ownScript });

/** Opens a collection in a worker; rejects when the worker cannot start or finds no quotes. */
export async function openWorker(
  manifest: SearchManifest,
  onMore: () => void,
): Promise<{ search: (query: string, options: SearchOptions) => Promise<ServiceResult> }> {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
  const { opened, ask, receive, fail } = asking((request) => worker.postMessage(request), onMore);
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => receive(data));
  worker.addEventListener('error', () => fail('The search worker broke.'));
  worker.postMessage({ open: manifest } satisfies Request);
  try {
    await opened;
  } catch (error) {
    worker.terminate();
    throw error;
  }
  const askNewest = newestOnly(ask);
  return { search: (query, options) => askNewest({ query, options }) };
}
