// Where the things under test stand. LINLI_BUILD and LINLI_SITE choose others.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const source_dir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const build_dir = process.env.LINLI_BUILD ?? path.join(source_dir, 'build/wasm-release');
export const site_dir = process.env.LINLI_SITE ?? path.join(source_dir, 'build/site');
