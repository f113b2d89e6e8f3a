// Bundles the page and the worker of a built site into one classic script each, for the single file
// linli-demo.html, which has no address to load modules from.
//
//   node bundle_demo.mjs SITE TARGET_FOLDER   writes page.js and worker.js
import path from 'node:path';
import { build } from 'esbuild';

const [site, target] = process.argv.slice(2).map((folder) => path.resolve(folder));

// Emscripten's glue resolves its own address before it looks at the program it was given.
const nowhere = JSON.stringify('file:///linli/linli.mjs');

// Classic scripts stand in the page by themselves, so importing them again does nothing.
const classic_scripts = {
  name: 'classic-scripts',
  setup(builder) {
    builder.onResolve({ filter: /third_party\// }, (wanted) => ({ path: wanted.path, namespace: 'classic' }));
    builder.onLoad({ filter: /.*/, namespace: 'classic' }, () => ({ contents: '' }));
  },
};

for (const [entry, output] of [
  ['boot.js', 'page.js'],
  ['worker.js', 'worker.js'],
]) {
  await build({
    entryPoints: [path.join(site, entry)],
    outfile: path.join(target, output),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'inline',
    minifyWhitespace: true,
    define: { 'import.meta.url': nowhere },
    plugins: [classic_scripts],
    logLevel: 'warning',
  });
}
