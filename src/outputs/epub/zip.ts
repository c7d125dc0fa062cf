import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface Packed {
  /** Its path in the archive, ASCII. */
  name: string;
  data: Buffer | string;
  /** Kept as it is, as a book wants its first file to be. */
  plain?: boolean;
}

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, without dates that would differ from
// build to build: the first day that the format knows, 1980-01-01.
const DATE = 0x0021;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;

/** The fields that an entry has in both its places, from the version to the length of extras. */
function fields(name: string, method: number, packed: Buffer, data: Buffer): Buffer {
  const buffer = Buffer.alloc(26);
  buffer.writeUInt16LE(VERSION, 0);
  buffer.writeUInt16LE(method, 4);
  buffer.writeUInt16LE(DATE, 8);
  buffer.writeUInt32LE(crc32(data), 10);
  buffer.writeUInt32LE(packed.length, 14);
  buffer.writeUInt32LE(data.length, 18);
  buffer.writeUInt16LE(name.length, 22);
  return buffer;
}

/** An archive of files in their order; the same files give the same bytes. */
export function zip(files: Packed[]): Buffer<ArrayBuffer> {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, plain = false } of files) {
    const content = Buffer.from(data);
    const packed = plain ? content : deflateRawSync(content, { level: 9 });
    const shared = fields(name, plain ? STORED : DEFLATED, packed, content);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);

    const [made, place] = [Buffer.alloc(2), Buffer.alloc(14)];
    made.writeUInt16LE(VERSION, 0);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), made, shared, place, Buffer.from(name));
    entries.push(entry);
    offset += entry.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries, listed, end]);
}
