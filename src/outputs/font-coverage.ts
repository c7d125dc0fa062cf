import { brotliDecompressSync } from 'node:zlib';

// The first tags of the list of known ones, https://www.w3.org/TR/WOFF2/#table_dir_format; the
// two that are compressed in a way of their own stand at 10 and 11.
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const UNKNOWN_TAG = 63;
const HEADER_LENGTH = 48;

/** Every code point that a WOFF2 font has a glyph for, by its format 4 or 12 character map. */
export function codePointsOf(font: Buffer): Set<number> {
  const cmap = characterMap(font);
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * index)),
  );
  const points = new Set<number>();
  for (const subtable of subtables) {
    for (const [first, last] of runsOf(subtable)) {
      for (let point = first; point <= last; point++) points.add(point);
    }
  }
  return points;
}

function characterMap(font: Buffer): Buffer {
  let position = HEADER_LENGTH;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(position++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let cmap = { offset: 0, length: 0 };
  for (let table = font.readUInt16BE(12); table > 0; table--) {
    const flags = font.readUInt8(position++);
    const tag = flags & 63;
    if (tag === UNKNOWN_TAG) position += 4;
    const original = number();
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version === 0 : version > 0;
    const length = transformed ? number() : original;
    if (tag === CMAP) cmap = { offset, length };
    offset += length;
  }
  const compressed = font.subarray(position, position + font.readUInt32BE(20));
  return brotliDecompressSync(compressed).subarray(cmap.offset, cmap.offset + cmap.length);
}

function runsOf(subtable: Buffer): [first: number, last: number][] {
  const format = subtable.readUInt16BE(0);
  if (format === 4) {
    const length = subtable.readUInt16BE(6);
    return Array.from({ length: length / 2 }, (_, index): [number, number] => [
      subtable.readUInt16BE(16 + length + 2 * index),
      subtable.readUInt16BE(14 + 2 * index),
    ]).filter(([first]) => first < 0xffff);
  }
  if (format === 12) {
    return Array.from({ length: subtable.readUInt32BE(12) }, (_, index): [number, number] => [
      subtable.readUInt32BE(16 + 12 * index),
      subtable.readUInt32BE(20 + 12 * index),
    ]);
  }
  return [];
}
