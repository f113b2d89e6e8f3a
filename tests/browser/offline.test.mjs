// After the first visit the app starts without a network, under any path, and a new
// version waits until it is asked for.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { open_app, panel_of, wait_until_ready } from './harness/app.mjs';
import { launch, new_profile } from './harness/browser.mjs';
import { site_dir } from './harness/paths.mjs';
import { start_static_server } from './harness/static_server.mjs';

let site, server, profile, context, address;

before(async () => {
  site = await mkdtemp(path.join(os.tmpdir(), 'linli-site-'));
  await cp(site_dir, site, { recursive: true });
  server = await start_static_server({ '/some/where/': site });
  address = `${server.origin}/some/where/`;
  profile = await new_profile();
  context = await launch(profile);
});

after(async () => {
  await context?.close();
  await profile?.remove();
  await server?.close();
  await rm(site, { recursive: true, force: true });
});

const service_worker_ready = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.active;
    if (worker.state !== 'activated') {
      await new Promise((resolve) => worker.addEventListener('statechange', resolve));
    }
  });

// Publishes a version whose style sheet is marked.
async function publish(mark) {
  const style = path.join(site, 'linli.css');
  await writeFile(style, `${await readFile(style, 'utf8')}\n:root { --mark: ${mark}; }\n`);
  const manifest_file = path.join(site, 'manifest.build.json');
  const manifest = JSON.parse(await readFile(manifest_file, 'utf8'));
  const bytes = await readFile(style);
  const entry = manifest.files.find((file) => file.path === 'linli.css');
  Object.assign(entry, {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  manifest.version = mark;
  await writeFile(manifest_file, JSON.stringify(manifest));
  const worker = path.join(site, 'service_worker.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// ${mark}\n`);
}

const mark_of = (page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--mark').trim());

test('the second start needs no network', async () => {
  const page = await open_app(context, `${address}?demo`);
  await service_worker_ready(page);
  const port = server.port;
  await server.close();
  await page.reload();
  await wait_until_ready(page);
  assert.equal(await panel_of(page), '');
  await page.getByRole('main').waitFor();
  await page.close();
  server = await start_static_server({ '/some/where/': site }, port);
});

test('a new version waits until it is asked for and is then whole', async () => {
  const page = await open_app(context, `${address}?demo`);
  await service_worker_ready(page);
  await publish('second');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed',
  );
  await page.reload();
  await wait_until_ready(page);
  assert.equal(await mark_of(page), '', 'the old version goes on');
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => globalThis.linli.take_update());
  await reloaded;
  await wait_until_ready(page);
  assert.equal(await mark_of(page), 'second');
  await page.close();
});

test('a version with a wrong file is not taken', async () => {
  const page = await open_app(context, `${address}?demo`);
  await publish('third');
  await writeFile(path.join(site, 'linli.css'), 'html { display: none }');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (coming) {
      await new Promise((resolve) => coming.addEventListener('statechange', resolve));
    }
  });
  assert.equal(
    await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null),
    true,
  );
  await page.reload();
  await wait_until_ready(page);
  assert.equal(await mark_of(page), 'second');
  await page.close();
});
