import type { Locator, Page } from '@playwright/test';

/** A colour as a browser paints it: red, green, blue and alpha from 0 to 255. */
export type Rgba = number[];

/** Returns what a browser paints for a CSS colour. */
export function rgbaOf(page: Page, color: string): Promise<Rgba> {
  return page.evaluate((color) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }, color);
}

/** Returns what a browser paints for a colour property of an element. */
export async function rgbaOfStyle(element: Locator, property: string): Promise<Rgba> {
  const color = await element.evaluate(
    (element, property) => getComputedStyle(element).getPropertyValue(property),
    property,
  );
  return rgbaOf(element.page(), color);
}

/** Returns the largest difference between two colours in any channel. */
export function distance(a: Rgba, b: Rgba): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - b[channel]!)));
}
