// The colours of src/styles/global.css for what no stylesheet reaches.

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

/** A colour of the screen as `#rrggbb`, for readers that do not know oklch(). */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((light) => {
    const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(Math.max(value, 0), 1) * 255);
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
