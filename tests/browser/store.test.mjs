// One store, one page at a time; reloads, kills, second tabs, windows that keep nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app, panel_of, wait_until_ready, with_app } from './harness/app.mjs';
import { launch } from './harness/browser.mjs';

const world = with_app();
const loops = process.env.LINLI_SOAK ? 200 : 10;

const panel_shows = (page, name) =>
  page.waitForFunction(
    (wanted) => (document.getElementById('panel').dataset.panel ?? '') === wanted,
    name,
  );

test(`the store opens again after ${loops} reloads at any moment`, async () => {
  const page = await open_app(world.context, world.address);
  for (let at = 0; at < loops; at += 1) {
    await page.waitForTimeout((at * 37) % 400);
    await page.reload({ waitUntil: 'commit' });
  }
  await wait_until_ready(page);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test(`the store opens again after ${loops} tabs were closed in the middle`, async () => {
  for (let at = 0; at < loops; at += 1) {
    const page = await world.context.newPage();
    await page.goto(world.address, { waitUntil: 'commit' });
    await page.waitForTimeout((at * 53) % 500);
    await page.close();
  }
  const page = await open_app(world.context, world.address);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test('the store opens again after the browser was killed', async () => {
  const page = await open_app(world.context, world.address);
  assert.equal(await panel_of(page), '');
  const session = await world.context.browser()?.newBrowserCDPSession?.();
  if (session) {
    await session.send('Browser.crash').catch(() => {});
  }
  await world.context.close().catch(() => {});
  world.context = await launch(world.profile);
  const again = await open_app(world.context, world.address);
  assert.equal(await panel_of(again), '');
  await again.close();
});

test('a second tab offers to take over, and the first one stops cleanly', async () => {
  const first = await open_app(world.context, world.address);
  const second = await world.context.newPage();
  await second.goto(world.address);
  await panel_shows(second, 'second_tab');
  await second.getByRole('button', { name: '改在这里继续' }).click();
  await second.waitForFunction(() => document.documentElement.dataset.ready);
  assert.equal(await panel_of(second), '');
  await panel_shows(first, 'moved');
  await first.close();
  await second.close();
});

test('a second tab starts by itself when the first one is closed', async () => {
  const first = await open_app(world.context, world.address);
  const second = await world.context.newPage();
  await second.goto(world.address);
  await panel_shows(second, 'second_tab');
  await first.close();
  await second.waitForFunction(() => document.documentElement.dataset.ready);
  assert.equal(await panel_of(second), '');
  await second.close();
});

test('a frozen page gives its files back and has them again afterwards', async () => {
  const page = await open_app(world.context, world.address);
  await page.evaluate(() => document.dispatchEvent(new Event('freeze')));
  const other = await open_app(world.context, world.address);
  assert.equal(await panel_of(other), '', 'the store is free while the first page sleeps');
  await other.close();
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await reloaded;
  await wait_until_ready(page);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test('a page that slept alone goes on without loading anew', async () => {
  const page = await open_app(world.context, world.address);
  await page.evaluate(() => {
    globalThis.same_page = true;
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
  });
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => globalThis.same_page), true);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test('a window that can keep nothing says so and offers the demo', async () => {
  const page = await world.context.newPage();
  await page.addInitScript(() => {
    StorageManager.prototype.getDirectory = () =>
      Promise.reject(new DOMException('private', 'SecurityError'));
  });
  await page.goto(world.address);
  await panel_shows(page, 'private');
  await page.getByRole('button', { name: '看看演示' }).click();
  await page.waitForURL(/\?demo/);
  await wait_until_ready(page);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test('a lost store is noticed', async () => {
  const page = await open_app(world.context, world.address);
  await page.evaluate(() => localStorage.setItem('linli-store', 's_TEST'));
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await page.goto(`${world.address}icon.svg`);
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('linli', { recursive: true });
  });
  await page.goto(world.address);
  await panel_shows(page, 'lost_store');
  await page.getByRole('button', { name: '知道了，继续' }).click();
  assert.equal(await panel_of(page), '');
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test('the demo opens no file, takes no lock, and runs beside the store', async () => {
  const page = await open_app(world.context, world.address);
  const demo = await open_app(world.context, `${world.address}?demo`);
  assert.equal(await panel_of(demo), '');
  assert.equal(await panel_of(page), '');
  const { held } = await demo.evaluate(() => navigator.locks.query());
  assert.equal(held.length, 1);
  await demo.close();
  await page.close();
});
