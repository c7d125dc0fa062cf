// Types for the parts of packages that the benches use and the product does not install.

declare module 'minisearch' {
  export default class MiniSearch<Document> {
    constructor(options: object);
    addAll(documents: readonly Document[]): void;
    search(query: string): { id: string }[];
  }
}

declare module '@leeoniya/ufuzzy' {
  export default class UFuzzy {
    static latinize(texts: string[]): string[];
    constructor(options: object);
    search(
      haystack: string[],
      needle: string,
      outOfOrder: number,
      infoThreshold: number,
    ): [found: number[] | null, info: { idx: number[] } | null, order: number[] | null];
  }
}

declare module 'flexsearch' {
  export const Charset: { LatinBalance: object };
  export class Document {
    constructor(options: object);
    add(document: object): void;
    search(query: string, options: object): { id: string | number }[];
  }
}

declare module 'pagefind' {
  interface Index {
    addHTMLFile(file: { url: string; content: string }): Promise<{ errors: string[] }>;
    writeFiles(options: { outputPath: string }): Promise<{ errors: string[] }>;
  }
  export function createIndex(): Promise<{ index: Index }>;
  export function close(): Promise<void>;
}

declare module 'lighthouse' {
  interface Audit {
    id: string;
    title: string;
    score: number | null;
    numericValue?: number;
    details?: { items?: unknown[] };
  }
  interface Category {
    title: string;
    score: number | null;
    auditRefs: { id: string; weight: number }[];
  }
  export interface Result {
    runtimeError?: { message: string };
    audits: Record<string, Audit>;
    categories: Record<string, Category>;
  }
  export const desktopConfig: object;
  export default function lighthouse(
    url: string,
    flags: object,
    config?: object,
  ): Promise<{ lhr: Result } | undefined>;
}

declare module 'chrome-launcher' {
  export function launch(options: {
    chromePath: string | undefined;
    chromeFlags: string[];
  }): Promise<{ port: number; kill: () => void }>;
}
