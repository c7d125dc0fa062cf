import { inflateRawSync } from 'node:zlib';

/** Reads the files of an archive by its central directory. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf('PK\x05\x06');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const offset = archive.readUInt32LE(at + 42);
    const start = offset + 30 + archive.readUInt16LE(offset + 26);
    const data = archive.subarray(start, start + size);
    const name = archive.toString('utf8', at + 46, nameEnd);
    files.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at = nameEnd;
  }
  return files;
}
