// What goes wrong is said in plain HTML, and drawing comes back by itself where it can.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app, panel_of, report_of, settle, with_app } from './harness/app.mjs';
import { launch, new_profile } from './harness/browser.mjs';

// Requests that a service worker answers cannot be made to fail.
const world = with_app({ context: { serviceWorkers: 'block' } });

const panel_shows = (page, name) =>
  page.waitForFunction(
    (wanted) => document.getElementById('panel').dataset.panel === wanted,
    name,
  );

// Runs a script in workers before the program draws: in front of a module it loads.
const in_worker_first = (script) =>
  world.context.route('**/frame_loop.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: script + (await response.text()) });
  });

test('a crash says that saved work is safe and opens again', async () => {
  const page = await open_app(world.context, `${world.address}?demo`);
  // A pointer message without its values: a programmer's error.
  await page.workers()[0].evaluate(() => self.onmessage({ data: { push: [2] } }));
  await panel_shows(page, 'crash');
  assert.match(await page.locator('#panel').innerText(), /都安全/);
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: '重新打开' }).click();
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  assert.equal(await panel_of(page), '');
  await page.close();
});

test('a program that cannot be fetched is told, not waited for', async () => {
  const page = await world.context.newPage();
  await world.context.route('**/linli.wasm', (route) => route.abort());
  await page.goto(`${world.address}?demo`);
  await panel_shows(page, 'not_loaded');
  await world.context.unroute('**/linli.wasm');
  await page.close();
});

test('a drawing context that is lost comes back', async () => {
  await in_worker_first(`
    self.contexts = [];
    const get_context = OffscreenCanvas.prototype.getContext;
    OffscreenCanvas.prototype.getContext = function (kind, options) {
      const context = get_context.call(this, kind, options);
      if (kind === 'webgl2') self.contexts.push(context);
      return context;
    };
  `);
  const page = await open_app(world.context, `${world.address}?demo`);
  const before = await settle(page);
  // The upper part, where nothing moves.
  const clip = { x: 0, y: 0, width: 1366, height: 140 };
  const pixels = await page.screenshot({ clip });
  const restored = await page.workers()[0].evaluate(async () => {
    const loser = self.contexts[0].getExtension('WEBGL_lose_context');
    loser.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 300));
    loser.restoreContext();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return !self.contexts[0].isContextLost();
  });
  assert.equal(restored, true);
  await settle(page);
  assert.ok((await report_of(page)).frames > before);
  const restored_pixels = await page.screenshot({ clip });
  assert.ok(pixels.equals(restored_pixels), 'the same picture as before');
  await world.context.unroute('**/frame_loop.js');
  await page.close();
});

test('a browser without WebGL says what to do', async () => {
  await in_worker_first(`OffscreenCanvas.prototype.getContext = ((get_context) =>
    function (kind, options) {
      return kind === 'webgl2' ? null : get_context.call(this, kind, options);
    })(OffscreenCanvas.prototype.getContext);`);
  const page = await world.context.newPage();
  await page.goto(`${world.address}?demo`);
  await panel_shows(page, 'no_webgl');
  await world.context.unroute('**/frame_loop.js');
  await page.close();
});

test('a browser without the needed parts is told so, in its language', async () => {
  const profile = await new_profile();
  const context = await launch(profile, { context: { locale: 'en-US' } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    delete globalThis.OffscreenCanvas;
  });
  await page.goto(world.address);
  await panel_shows(page, 'unsupported');
  assert.match(await page.locator('#panel').innerText(), /newer browser/);
  await context.close();
  await profile.remove();
});
