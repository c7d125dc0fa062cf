import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

/** One file of script with everything that a module imports, minified, as a site would ship it. */
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

/** The size of a file as it travels. */
export function compressed(text: string | Buffer): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}
