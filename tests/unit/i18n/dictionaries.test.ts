import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Key, Plural } from '../../../src/i18n/dictionary.ts';
import { en } from '../../../src/i18n/en.ts';
import { dictionaries } from '../../../src/i18n/words.ts';

const keys = Object.keys(en) as Key[];
const formsOf = (message: string | Plural): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const mainForm = (message: string | Plural): string =>
  typeof message === 'string' ? message : message.other;
const namesIn = (text: string) => [...(text.match(/\{\w+\}/gu) ?? [])].toSorted();
const tagsIn = (text: string) => [...(text.match(/<\/?\w+>/gu) ?? [])].toSorted();

test('every message is used', () => {
  const files = globSync('src/**/*.{ts,astro}').filter((path) => !/i18n.en\.ts$/u.test(path));
  const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
  const names = Array.from(
    code.matchAll(/(['`])((?:\$\{\w+(?:\.\w+)*\}|[\w.])+)\1/gu),
    ([, , name]) => name!,
  );
  const literals = new Set(names);
  // `count.${kind}` uses all messages of that form.
  const patterns = names
    .filter((name) => /^\w+\.\$\{/u.test(name))
    .map(
      (name) =>
        new RegExp(
          `^${name.replace(/\$\{[^}]*\}/gu, '[\\w.]+').replace(/(?<!\])\./gu, '\\.')}$`,
          'u',
        ),
    );
  const unused = keys.filter(
    (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

describe.each(Object.entries(dictionaries))('in %s', (lang, dictionary) => {
  test('every message exists, with the placeholders and tags of the English one', () => {
    expect(Object.keys(dictionary)).toEqual(keys);
    for (const key of keys) {
      expect(namesIn(mainForm(dictionary[key])), key).toEqual(namesIn(mainForm(en[key])));
      for (const form of formsOf(dictionary[key])) {
        expect(form.trim(), key).not.toBe('');
        expect(tagsIn(form), key).toEqual(tagsIn(mainForm(en[key])));
        expect(namesIn(mainForm(en[key])), key).toEqual(expect.arrayContaining(namesIn(form)));
      }
    }
  });

  test('a count has every plural form of the language', () => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    for (const key of keys) {
      const message = dictionary[key];
      if (typeof message === 'string') continue;
      expect(Object.keys(message).toSorted(), key).toEqual(pluralCategories.toSorted());
    }
  });
});
