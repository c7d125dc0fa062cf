import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { box } from './cards/layout.ts';
import type { Theme } from './theme.ts';

// Icons are src/outputs/icon.svg in the theme's colours for the first part.

/** The PNG icons by name; `scale` is the share of the drawing, the rest is background. */
export const iconFormats = {
  'icon-192': { size: 192, scale: 1 },
  'icon-512': { size: 512, scale: 1 },
  // Operating systems crop these.
  'icon-maskable-512': { size: 512, scale: 0.72 },
  'apple-touch-icon': { size: 180, scale: 0.84 },
};

type IconFormat = (typeof iconFormats)[keyof typeof iconFormats];

const colors = ({ color }: Theme, dark: boolean) => ({
  paper: color('tint', { dark }),
  ink: color('accent', { part: 1, dark }),
});

/** Returns the icon as SVG, which follows the reader's colour scheme. */
export function svgIcon(theme: Theme): string {
  const [light, dark] = [colors(theme, false), colors(theme, true)];
  return readFileSync(resolve('src/outputs/icon.svg'), 'utf8')
    .replaceAll('DARK_PAPER', dark.paper)
    .replaceAll('DARK_INK', dark.ink)
    .replaceAll('PAPER', light.paper)
    .replaceAll('INK', light.ink);
}

/** Renders the icon as PNG. */
export function pngIcon({ size, scale }: IconFormat, theme: Theme): Promise<Buffer<ArrayBuffer>> {
  const canvas = { width: size, height: size };
  const drawing = { width: Math.round(size * scale), height: Math.round(size * scale) };
  const icon = box(
    {
      ...canvas,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      ...(scale < 1 && { backgroundColor: colors(theme, false).paper }),
    },
    [{ type: 'image', src: svgIcon(theme), ...drawing, style: drawing }],
  );
  return new Renderer().render(icon, { ...canvas, format: 'png' });
}
