import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { needsWorker } from '../../../src/client/search/client.ts';
import { searchManifest } from '../../../src/search/documents.ts';
import { answering, asking, type Response } from '../../../src/client/search/protocol.ts';
import { openService } from '../../../src/search/service.ts';
import type { SearchDocument, SearchManifest } from '../../../src/search/documents.ts';
import { quotes, seed } from './seed.ts';

const data = seed();
const shards = data.parts.map(({ number }) => `/search/${number}.json`);
const manifest: SearchManifest = { parts: data.parts, quotes: [], shards };
const quotesOf = (url: string) => data.quotes.filter(({ part }) => url === `/search/${part}.json`);
const settled = () => new Promise(setImmediate);

// Engines are made without a pause, unless a test says otherwise.
beforeEach(() => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A network on which each file comes, or fails, when the test says so. */
function network() {
  const requests = new Map<string, PromiseWithResolvers<SearchDocument[]>>();
  return {
    fetchShard: (url: string) => {
      requests.set(url, Promise.withResolvers());
      return requests.get(url)!.promise;
    },
    bring: async (...urls: string[]) => {
      for (const url of urls) requests.get(url)!.resolve(quotesOf(url));
      await settled();
    },
    lose: async (...urls: string[]) => {
      for (const url of urls) requests.get(url)!.reject(new Error(url));
      await settled();
    },
  };
}

const first = data.quotes[0]!;
const last = data.quotes.at(-1)!;
const rest = shards.slice(1);

describe('a collection in several files', () => {
  test('is searched as soon as one has come, and says when more has', async () => {
    const { fetchShard, bring } = network();
    const onMore = vi.fn();
    const opening = openService(manifest, fetchShard, onMore);
    await bring(shards[0]!);
    const { search } = await opening;
    expect(search(first.text, {})).toMatchObject({ isPartial: true, hits: [{ document: first }] });
    expect(search(last.text, {}).hits[0]?.document).not.toBe(last);
    expect(onMore).not.toHaveBeenCalled();
    await bring(...rest);
    expect(onMore).toHaveBeenCalled();
    const result = search(last.text, {});
    expect(result.hits[0]?.document).toBe(last);
    expect(result).not.toHaveProperty('isPartial');
  });

  test('is answered from what has been read while more is', async () => {
    let now = 0;
    const pauses: (() => void)[] = [];
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
    vi.stubGlobal('setTimeout', (goOn: () => void) => pauses.push(goOn));
    const read = async () => {
      for (let goOn = pauses.shift(); goOn; goOn = pauses.shift()) {
        goOn();
        await settled();
      }
    };
    const { fetchShard, bring } = network();
    const onMore = vi.fn();
    const opening = openService(manifest, fetchShard, onMore);
    await bring(shards[0]!);
    await read();
    const { search } = await opening;
    await bring(...rest);
    expect(pauses).toHaveLength(1);
    expect(search(first.text, {})).toMatchObject({ isPartial: true, hits: [{ document: first }] });
    expect(onMore).not.toHaveBeenCalled();
    await read();
    expect(onMore).toHaveBeenCalled();
    expect(search(last.text, {}).hits[0]?.document).toBe(last);
    expect(search(last.text, {})).not.toHaveProperty('isPartial');
  });

  test('answers in the end as if it had come in one', async () => {
    const { search } = await openService(manifest, async (url) => quotesOf(url));
    const whole = await openService(data, () => Promise.reject(new Error()));
    await settled();
    for (const query of ['data', 'the cloud', 'datas gravty']) {
      expect(search(query, {})).toEqual(whole.search(query, {}));
    }
  });

  test('is built a few times only, however many files it has', async () => {
    const { fetchShard, bring } = network();
    const onMore = vi.fn();
    const opening = openService(manifest, fetchShard, onMore);
    for (const url of shards) await bring(url);
    await opening;
    expect(onMore.mock.calls.length).toBeLessThan(Math.log2(data.quotes.length));
  });

  test('cannot be opened when nothing comes', async () => {
    const { fetchShard, lose } = network();
    const opening = openService(manifest, fetchShard);
    const refused = expect(opening).rejects.toThrow();
    await lose(...shards);
    await refused;
  });

  test('asks again for what failed with the next query', async () => {
    const { fetchShard, bring, lose } = network();
    const opening = openService(manifest, fetchShard);
    await bring(shards[0]!);
    await lose(...rest);
    const { search } = await opening;
    expect(search(last.text, {}).isPartial).toBe(true);
    await bring(...rest);
    expect(search(last.text, {})).toMatchObject({ hits: [{ document: last }] });
  });
});

test.each([
  [20_000, 'the page', false],
  [20_001, 'a worker', true],
])('%d quotes are searched in %s', (count, _, expected) => {
  const manifest = searchManifest(quotes(...Array<string>(count).fill('Said.')));
  expect(manifest.quotes).toEqual([]);
  expect(needsWorker(manifest)).toBe(expected);
});

describe('a page and its worker', () => {
  function connected(fetchShard: (url: string) => Promise<SearchDocument[]>) {
    const onMore = vi.fn();
    const toWorker = answering((response: Response) => page.receive(response), fetchShard);
    const page = asking((request) => void toWorker(request), onMore);
    return { page, onMore, open: () => toWorker({ open: manifest }) };
  }

  test('open, ask, answer and tell of more', async () => {
    const { fetchShard, bring } = network();
    const { page, onMore, open } = connected(fetchShard);
    void open();
    await bring(shards[0]!);
    await page.opened;
    await bring(...rest);
    expect(onMore).toHaveBeenCalled();
    const { hits } = await page.ask({ query: last.text, options: { limit: 1 } });
    expect(hits.map(({ document }) => document)).toEqual([last]);
  });

  test('fail together where nothing can be fetched', async () => {
    const { page, open } = connected(() => Promise.reject(new Error('offline')));
    void open();
    await expect(page.opened).rejects.toThrow();
  });

  test('leave no question open when the worker breaks', async () => {
    const page = asking(
      () => undefined,
      () => undefined,
    );
    page.receive('opened');
    const answer = page.ask({ query: 'data', options: {} });
    page.fail('broken');
    await expect(answer).rejects.toThrow('broken');
    await expect(page.opened).resolves.toBeUndefined();
  });
});
