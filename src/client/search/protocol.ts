import type { SearchManifest } from '../../search/documents.ts';
import type { SearchOptions } from '../../search/engine.ts';
import {
  openService,
  type FetchShard,
  type SearchService,
  type ServiceResult,
} from '../../search/service.ts';

/** What a page says to its worker: first what to search, then one query after another. */
export type Request = { open: SearchManifest } | { query: string; options: SearchOptions };

/** What the worker says: `opened` once, one answer or failure a query in order, and `more` at any time. */
export type Response = 'opened' | 'more' | { result: ServiceResult } | { failed: string };

/** The worker's side: answers requests by way of `post`. */
export function answering(
  post: (response: Response) => void,
  fetchShard: FetchShard,
): (request: Request) => Promise<void> {
  let service: SearchService | undefined;
  return async (request) => {
    try {
      if ('open' in request) {
        service = await openService(request.open, fetchShard, () => post('more'));
        post('opened');
      } else {
        post({ result: service!.search(request.query, request.options) });
      }
    } catch (error) {
      post({ failed: String(error) });
    }
  };
}

/** The page's side of a worker. */
export interface Asking {
  /** Settles when the worker has opened the collection, or could not. */
  opened: Promise<void>;
  ask: (question: { query: string; options: SearchOptions }) => Promise<ServiceResult>;
  receive: (response: Response) => void;
  /** Tells that the worker broke: whatever waits for it rejects. */
  fail: (reason: string) => void;
}

/** The page's side, which asks one question at a time; `onMore` is called when answers may have changed. */
export function asking(post: (request: Request) => void, onMore: () => void): Asking {
  const opening = Promise.withResolvers<void>();
  let waiting: PromiseWithResolvers<ServiceResult> | undefined;
  const fail = (reason: string) => {
    opening.reject(new Error(reason));
    waiting?.reject(new Error(reason));
  };
  return {
    opened: opening.promise,
    ask: (question) => {
      waiting = Promise.withResolvers();
      post(question);
      return waiting.promise;
    },
    receive: (response) => {
      if (response === 'opened') opening.resolve();
      else if (response === 'more') onMore();
      else if ('failed' in response) fail(response.failed);
      else waiting?.resolve(response.result);
    },
    fail,
  };
}
