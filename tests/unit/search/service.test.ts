import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openService } from '../../../src/search/service.ts';
import type { SearchDocument, SearchManifest } from '../../../src/search/documents.ts';
import { seed } from './seed.ts';

const data = seed();
const shards = data.parts.map(({ number }) => `/search/${number}.json`);
const manifest: SearchManifest = { ...data, quotes: [], shards, count: data.quotes.length };
const quotesOf = (url: string) => data.quotes.filter(({ part }) => url === `/search/${part}.json`);
const settled = () => new Promise(setImmediate);

// Engines are built without pauses unless a test changes this.
beforeEach(() => {
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A network on which a test decides when a file arrives or fails. */
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
  test('can be searched as soon as one has arrived, and reports when more have', async () => {
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

  test('is searched as far as it is indexed while more is being indexed', async () => {
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

  test('finally gives the same answers as a single file', async () => {
    const { search } = await openService(manifest, async (url) => quotesOf(url));
    const whole = await openService(data, () => Promise.reject(new Error()));
    await settled();
    for (const query of ['data', 'the cloud', 'datas gravty']) {
      expect(search(query, {}).hits).toEqual(whole.search(query, {}).hits);
    }
  });

  test('is indexed only a few times, regardless of the number of files', async () => {
    const { fetchShard, bring } = network();
    const onMore = vi.fn();
    const opening = openService(manifest, fetchShard, onMore);
    for (const url of shards) await bring(url);
    await opening;
    expect(onMore.mock.calls.length).toBeLessThan(Math.log2(data.quotes.length));
  });

  test('cannot be opened if nothing arrives', async () => {
    const { fetchShard, lose } = network();
    const opening = openService(manifest, fetchShard);
    const refused = expect(opening).rejects.toThrow();
    await lose(...shards);
    await refused;
  });

  test('fetches failed files again with the next query', async () => {
    const { fetchShard, bring, lose } = network();
    const opening = openService(manifest, fetchShard);
    await bring(shards[0]!);
    await lose(...rest);
    const { search } = await opening;
    expect(search(last.text, {}).isPartial).toBe(true);
    await bring(...rest);
    expect(search(last.text, {}).hits[0]?.document).toBe(last);
  });
});
