// The app starts, is described to screen readers, and rests when nothing happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothing_went_wrong, open_app, panel_of, report_of, settle, with_app } from './harness/app.mjs';

const world = with_app();
const idle_millis = 10000;

test('the first screen has a name, a heading and something to press', async () => {
  const page = await open_app(world.context, world.address);
  assert.equal(await panel_of(page), '');
  await page.getByRole('main').waitFor();
  assert.ok((await page.getByRole('heading').count()) > 0);
  assert.ok((await page.getByRole('button').count()) + (await page.getByRole('link').count()) > 0);
  assert.notEqual(await page.title(), '');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  nothing_went_wrong(world.context);
  await page.close();
});

test('every node with a role that can be pressed has a name', async () => {
  const page = await open_app(world.context, `${world.address}?demo`);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('#twin :is(button, a, input, textarea)')]
      .filter((element) => !element.textContent && !element.getAttribute('aria-label'))
      .map((element) => element.outerHTML),
  );
  assert.deepEqual(nameless, []);
  await page.close();
});

test('no frame is drawn in ten seconds in which nothing happens', async () => {
  const page = await open_app(world.context, `${world.address}?demo`);
  const before = await settle(page);
  await page.waitForTimeout(idle_millis);
  assert.equal((await report_of(page)).frames, before);
  await page.close();
});

test('a new size and a new pixel ratio are drawn', async () => {
  const page = await open_app(world.context, `${world.address}?demo`);
  const before = await settle(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await settle(page);
  assert.ok((await report_of(page)).frames > before);
  const main = await page.getByRole('main').boundingBox();
  assert.ok(main.width <= 390);
  await page.close();
});
