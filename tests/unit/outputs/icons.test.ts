import { expect, test } from 'vitest';
import { iconFormats, pngIcon, svgIcon } from '../../../src/outputs/icons.ts';
import { parseTheme } from '../../../src/outputs/theme.ts';

const theme = parseTheme(`
  @theme { --color-tint: light-dark(#eeeeee, #111111) }
  [class*='part-'] { --color-accent: light-dark(#aa0000, #ffcccc) }`);

test('the icon has the colours of the theme, light and dark', () => {
  const svg = svgIcon(theme);
  expect(svg).toContain('fill="#eeeeee"');
  expect(svg).toContain('rect { fill: #111111 }');
  expect(svg).toContain('path { fill: #ffcccc }');
  expect(svg).not.toMatch(/[A-Z]{3}/u);
});

test('PNG icons have their sizes and are the same each time', async () => {
  for (const format of Object.values(iconFormats)) {
    const icon = await pngIcon(format, theme);
    expect(icon.readUInt32BE(16)).toBe(format.size);
    expect(icon.equals(await pngIcon(format, theme))).toBe(true);
  }
});
