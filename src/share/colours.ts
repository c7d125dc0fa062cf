// The colours of src/styles/site.css for what no stylesheet reaches.

/** The hue of a part, by its place in the list. */
export function hueOf({ place }: { place: number }): number {
  const hue = 255 - 47 * (place - 1);
  return ((hue % 360) + 360) % 360;
}

/** The paper of a part's pages, or of the pages that are of no part. */
export function paperOf(part?: { place: number }): { light: string; dark: string } {
  if (!part) return { light: 'oklch(0.984 0.005 85)', dark: 'oklch(0.185 0.008 70)' };
  const hue = hueOf(part);
  return { light: `oklch(0.972 0.015 ${hue})`, dark: `oklch(0.195 0.02 ${hue})` };
}
