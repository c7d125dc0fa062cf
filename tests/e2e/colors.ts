import type { Locator, Page } from '@playwright/test';

/** A colour as a browser paints it: red, green, blue and alpha from 0 to 255. */
export type Rgba = number[];

/** Paints a CSS colour. */
export function paint(page: Page, color: string): Promise<Rgba> {
  return page.evaluate((color) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }, color);
}

/** Paints a colour property of an element. */
export async function paintStyle(element: Locator, property: string): Promise<Rgba> {
  const color = await element.evaluate(
    (element, property) => getComputedStyle(element).getPropertyValue(property),
    property,
  );
  return paint(element.page(), color);
}

/** Returns the largest difference of two colours in a channel. */
export function distance(a: Rgba, b: Rgba): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - b[channel]!)));
}
