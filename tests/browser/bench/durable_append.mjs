// What a durable tap costs beside a bare write and flush of the same disk, in one run.
import path from 'node:path';
import { launch, new_profile } from '../harness/browser.mjs';
import { build_dir, source_dir } from '../harness/paths.mjs';
import { start_static_server } from '../harness/static_server.mjs';

const writes = 300;
const server = await start_static_server({
  '/': path.join(source_dir, 'tests/browser/pages'),
  '/web/': path.join(source_dir, 'web'),
  '/build/': build_dir,
});
const profile = await new_profile();
const context = await launch(profile);
const page = await context.newPage();
await page.goto(`${server.origin}/vfs.html`);
const raw = await page.evaluate((count) => globalThis.measure_raw_writes(count), writes);
const { lines } = await page.evaluate(() =>
  globalThis.run_suite(['--gtest_filter=*CommitsOneByOne*']),
);
const commit = Number(lines.find((line) => line.startsWith('commit_micros_p50')).split(' ')[1]);
console.log(
  JSON.stringify({
    name: 'durable append',
    raw_write_flush_micros_p50: Math.round(raw),
    commit_micros_p50: commit,
    ratio: Number((commit / raw).toFixed(2)),
  }),
);
await context.close();
await profile.remove();
await server.close();
