import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Imports the module as built for a base path, with a storage that contains some choices. */
async function storageBelow(base: string, choices: Record<string, string> = {}) {
  const stored = new Map(Object.entries(choices));
  vi.stubEnv('BASE_URL', base);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  return { stored, ...(await import('../../../src/client/storage.ts')) };
}

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('each collection of an origin has its own choices', async () => {
  const { stored, storeChoice, readChoice } = await storageBelow('/two/', { 'keys:/one/': 'off' });
  expect(readChoice('keys')).toBeNull();
  expect(storeChoice('keys', 'on')).toBe(true);
  expect(Object.fromEntries(stored)).toEqual({ 'keys:/one/': 'off', 'keys:/two/': 'on' });
});

test('at the root a key is the bare name', async () => {
  const { stored, storeChoice } = await storageBelow('/');
  storeChoice('theme', 'dark');
  expect(Object.fromEntries(stored)).toEqual({ theme: 'dark' });
});

test('a choice that all collections of the origin shared applies until this one has its own', async () => {
  const { storeChoice, readChoice } = await storageBelow('/one/', { theme: 'dark' });
  expect(readChoice('theme')).toBe('dark');
  storeChoice('theme', '');
  expect(readChoice('theme')).toBe('');
});

test('a blocked storage has no choice and stores none', async () => {
  const { storeChoice, readChoice } = await storageBelow('/one/');
  vi.stubGlobal('localStorage', undefined);
  expect(readChoice('theme')).toBeUndefined();
  expect(storeChoice('theme', 'dark')).toBe(false);
});
