// first_load_*, cold_start_*, warm_start_ms, idle_frames_in_10_s: a first visit with an empty
// cache beside an empty page of the same build, later visits, and what is drawn at rest.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ready_millis_max, report_of, settle } from '../../browser/harness/app.mjs';
import { launch, new_profile } from '../../browser/harness/browser.mjs';
import { build_dir, site_dir, source_dir } from '../../browser/harness/paths.mjs';
import { start_static_server } from '../../browser/harness/static_server.mjs';
import { median, print, quick, rounded } from './browser_page.mjs';

const runs = quick ? 3 : 7;
const idle_millis = 10000;
const pages_dir = path.join(source_dir, 'tests/bench/pages');
const peer_dir = path.join(source_dir, 'tests/bench/node_modules/@sqlite.org/sqlite-wasm/dist');

function brotli_bytes(file) {
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
  const bytes = readFileSync(file);
  const size = constants.BROTLI_PARAM_SIZE_HINT;
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [size]: bytes.length },
  }).length;
}

let asked = new Set();
const app = await start_static_server({ '/': site_dir }, 0, {
  on_request: (name) => asked.add(name === '/' ? 'index.html' : name.slice(1)),
});
const empty = await start_static_server({
  '/': pages_dir,
  '/build/': build_dir,
  '/web/': path.join(source_dir, 'web'),
});
const profile = await new_profile();
const context = await launch(profile);

async function visit(address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.ready, undefined, {
    timeout: ready_millis_max,
  });
  const millis = await page.evaluate(() => performance.getEntriesByName('linli-ready')[0].startTime);
  return { page, millis };
}

async function forget(origin) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.close();
}

async function cold(origin, name) {
  await forget(origin);
  asked = new Set();
  const { page, millis } = await visit(`${origin}/${name}`);
  const files = [...asked];
  await page.close();
  return { millis, files };
}

// The first visit of a browser's life starts its processes too; it is not counted.
await cold(empty.origin, 'empty.html');
await cold(app.origin, '');
const colds = [];
for (let run = 0; run < runs; run += 1) {
  const floor = await cold(empty.origin, 'empty.html');
  colds.push({ floor: floor.millis, ...(await cold(app.origin, '')) });
}

// What the service worker keeps is there, and the browser has compiled the program once.
const first = await visit(`${app.origin}/`);
await first.page.evaluate(() => navigator.serviceWorker.ready);
await first.page.waitForTimeout(quick ? 2000 : 4000);
await first.page.close();
await (await visit(`${app.origin}/`)).page.close();
const warms = [];
for (let run = 0; run < runs; run += 1) {
  const floor = await visit(`${empty.origin}/empty.html`);
  await floor.page.close();
  const warm = await visit(`${app.origin}/`);
  await warm.page.close();
  warms.push({ floor: floor.millis, millis: warm.millis });
}

const demo = await visit(`${app.origin}/?demo#/today`);
const before = await settle(demo.page);
await demo.page.waitForTimeout(idle_millis);
const idle = (await report_of(demo.page)).frames - before;

await context.close();
await profile.remove();
await app.close();
await empty.close();

const kb = (bytes) => rounded(bytes / 1000, 1);
const sum = (files, folder) =>
  files.reduce((bytes, name) => bytes + brotli_bytes(path.join(folder, name)), 0);
const loaded = colds[0].files.filter((name) => existsSync(path.join(site_dir, name)));
const empty_files = ['linli_empty_page.mjs', 'linli_empty_page.wasm'];
const first_load = sum(loaded, site_dir);
const least = sum(empty_files, build_dir) + sum(['empty.html', 'empty_worker.js', 'glyph_bridge.js'], pages_dir);
print({
  name: 'first_load_brotli_kb',
  value: kb(first_load),
  unit: 'kB',
  floor: kb(least),
  peer: '@sqlite.org/sqlite-wasm 3.53.4-build2, its program alone',
  peer_value: kb(sum(['sqlite3.wasm', 'index.mjs'], peer_dir)),
  ratio: rounded(first_load / least, 2),
});
print({ name: 'first_load_wasm_brotli_kb', value: kb(sum(['linli.wasm'], site_dir)), unit: 'kB' });
const figure = (name, pairs) => ({
  name,
  value: rounded(median(pairs.map((pair) => pair.millis)), 0),
  unit: 'ms',
  floor: rounded(median(pairs.map((pair) => pair.floor)), 0),
  ratio: rounded(median(pairs.map((pair) => pair.millis / pair.floor)), 2),
});
const cold_figure = figure('cold_start_ms', colds);
print(cold_figure);
print({ ...cold_figure, name: 'cold_start_over_empty_page', value: cold_figure.ratio, unit: 'ratio' });
print(figure('warm_start_ms', warms));
print({ name: 'idle_frames_in_10_s', value: idle, unit: 'frames', floor: 0 });
