import { expect, test } from 'vitest';
import { parseTheme, readTheme } from '../../../src/outputs/theme.ts';

const css = `
  /* --color-paper: red; */
  @theme {
    --font-serif: 'EB Garamond', Georgia, serif;
    --color-paper: light-dark(#fefefe, oklch(0.2 0 0));
    --color-ink: oklch(0.2 0.01 calc(70 + 5));
    --color-rule: var(--color-ink);
    --color-soft: no(colour);
  }
  @layer base {
    [class*='part-'] {
      --hue: calc(255 - 47 * (var(--part) - 1));
      --color-accent: light-dark(oklch(0.47 0.13 var(--hue)), oklch(0.8 0.1 var(--hue)));
    }
    html[class*='part-'] {
      --color-paper: light-dark(
        oklch(from --theme(--color-paper inline) l 0.015 var(--hue)),
        oklch(from --theme(--color-paper inline) calc(l * 1.1) 0.02 var(--hue))
      );
    }
  }`;

test('a colour is computed for the light and the dark scheme', () => {
  const { color } = parseTheme(css);
  expect(color('paper')).toBe('#fefefe');
  expect(color('paper', { dark: true })).toBe('#161616');
  expect(color('rule')).toBe(color('ink'));
});

test('every part has its own colours, for any number of parts', () => {
  const { color } = parseTheme(css);
  const accents = [1, 2, 8, 41, 42].map((part) => color('accent', { part }));
  expect(new Set(accents).size).toBe(accents.length);
  expect(color('accent', { part: 361 })).toBe(color('accent', { part: 1 }));
  expect(color('paper', { part: 1 })).not.toBe(color('paper'));
  expect(color('ink', { part: 1 })).toBe(color('ink'));
});

test('the colours of a part follow the token from which they are derived', () => {
  const colors = (paper: string) => {
    const { color } = parseTheme(css.replace('#fefefe', paper));
    return [color('paper', { part: 1 }), color('paper', { part: 1, dark: true })];
  };
  const [day, night] = colors('oklch(0.9 0.05 85)');
  const { color } = parseTheme(
    '@theme { --color-paper: light-dark(oklch(0.9 0.015 255), oklch(0.22 0.02 255)) }',
  );
  expect([day, night]).toEqual([color('paper'), color('paper', { dark: true })]);
  expect(colors('oklch(0.8 0.05 85)')).toEqual([expect.not.stringMatching(day!), night]);
});

test('the first font of a stack is the one that is loaded', () => {
  const { family, stack } = parseTheme(css);
  expect(family('serif')).toBe('EB Garamond');
  expect(stack('serif')).toBe("'EB Garamond', Georgia, serif");
});

test('an error names a token that is missing or not a colour', () => {
  const { color, family } = parseTheme(css);
  expect(() => color('tint')).toThrow('src/theme.css: --color-tint is missing');
  expect(() => color('soft')).toThrow('src/theme.css: --color-soft is not a colour: no(colour)');
  expect(() => family('sans')).toThrow('--font-sans is missing');
});

/** The WCAG contrast ratio of two colours. */
function contrast(...colors: [string, string]): number {
  const [high, low] = colors
    .map((color) => {
      const [r, g, b] = [1, 3, 5]
        .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    })
    .toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('ink, labels and accents have enough contrast on the paper of every part', () => {
  const { color } = readTheme();
  const parts = [undefined, ...Array.from({ length: 360 }, (_, index) => index + 1)];
  for (const dark of [false, true]) {
    for (const part of parts) {
      const options = { dark, ...(part && { part }) };
      for (const paper of [color('paper', options), color('tint', options)]) {
        expect(contrast(color('ink', options), paper)).toBeGreaterThan(7);
        expect(contrast(color('soft', options), paper)).toBeGreaterThan(4.5);
        expect(contrast(color('accent', options), paper)).toBeGreaterThan(4.5);
      }
    }
  }
});
