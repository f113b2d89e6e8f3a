// A page of tests/bench/pages in Chromium, over a server that lets the clock be read finely.
import path from 'node:path';
import { launch, new_profile } from '../../browser/harness/browser.mjs';
import { build_dir, source_dir } from '../../browser/harness/paths.mjs';
import { start_static_server } from '../../browser/harness/static_server.mjs';

const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export async function in_worker(name, message) {
  const server = await start_static_server(
    {
      '/': path.join(source_dir, 'tests/bench/pages'),
      '/web/': path.join(source_dir, 'web'),
      '/build/': build_dir,
      '/peer/': path.join(source_dir, 'tests/bench/node_modules/@sqlite.org/sqlite-wasm/dist'),
    },
    0,
    { headers: isolated },
  );
  const profile = await new_profile();
  const context = await launch(profile);
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/worker.html`);
    return await page.evaluate(
      ([worker, start]) => globalThis.run_worker(worker, start),
      [name, message],
    );
  } finally {
    await context.close();
    await profile.remove();
    await server.close();
  }
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// At least this share of the values is not above the answer.
export const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const rounded = (value, digits = 3) => Number(value.toFixed(digits));

export const print = (figure) => console.log(JSON.stringify(figure));

export const quick = process.argv.includes('--quick');
