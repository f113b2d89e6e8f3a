// What other files put into the global scope.

interface LinliInline {
  /** Text of the worker with the module's glue in it. */
  worker: string;
  /** The program. */
  wasm: Uint8Array<ArrayBuffer>;
  /** Other files of the site as data addresses. */
  files: Record<string, string>;
}

declare var LINLI_INLINE: LinliInline | undefined;
declare var linli_page_strings: Record<string, Record<string, string>>;
/** For measuring and for tests. */
declare var linli: { report: () => Promise<object>; take_update: () => void };
declare var jsQR:
  | ((data: Uint8ClampedArray, width: number, height: number) => { data: string } | null)
  | undefined;

declare module '*/linli.mjs' {
  export default function create(options: object): Promise<any>;
}

declare module '*/third_party/jsqr.js';
