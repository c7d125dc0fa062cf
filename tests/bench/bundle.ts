import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

/** Bundles and minifies a module with its imports into one script, like a production build. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['es'] },
    },
  });
  if (!Array.isArray(built)) throw new TypeError(`${entry} was not built as a library`);
  return built[0]!.output.map((file) => ('code' in file ? file.code : '')).join('');
}

/** Returns the compressed size of a file. */
export function compressed(text: string | Buffer): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}
