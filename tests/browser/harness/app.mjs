// The app in a page: opened, ready, and what it shows by role and name.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch, new_profile } from './browser.mjs';
import { site_dir } from './paths.mjs';
import { start_static_server } from './static_server.mjs';

export const ready_millis_max = 30000;

export async function wait_until_ready(page) {
  await page.waitForFunction(
    () => document.documentElement.dataset.ready || !document.getElementById('panel').hidden,
    undefined,
    { timeout: ready_millis_max },
  );
}

// Opens the app and waits for its first screen, or for a panel.
export async function open_app(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await wait_until_ready(page);
  return page;
}

export const panel_of = (page) =>
  page.evaluate(() => document.getElementById('panel').dataset.panel ?? '');

export const report_of = (page) => page.evaluate(() => globalThis.linli.report());

// Waits until nothing has been drawn for a while and answers with the count of frames.
export async function settle(page, quiet_millis = 1500) {
  const give_up = Date.now() + ready_millis_max;
  for (let frames = -1; Date.now() < give_up; ) {
    const now = (await report_of(page)).frames;
    if (now === frames) return now;
    frames = now;
    await page.waitForTimeout(quiet_millis);
  }
  throw new Error('frames are drawn without end');
}

// Waits until what `look` answers is as wished.
export async function becomes(look, is_as_wished) {
  const give_up = Date.now() + ready_millis_max;
  let seen = await look();
  while (!is_as_wished(seen)) {
    assert.ok(Date.now() < give_up, `still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await look();
  }
  return seen;
}

// Waits until the keyboard is there.
export const holds_focus = (locator) =>
  becomes(
    () => locator.evaluate((element) => element === document.activeElement).catch(() => false),
    (there) => there,
  );

// A server of the built site and a browser with a fresh profile for the tests of a file.
export function with_app(options = {}) {
  const world = {};
  before(async () => {
    world.server = await start_static_server({ [options.prefix ?? '/']: options.site ?? site_dir });
    world.address = world.server.origin + (options.prefix ?? '/');
    world.profile = await new_profile();
    world.context = await launch(world.profile, options);
  });
  after(async () => {
    await world.context?.close();
    await world.profile?.remove();
    await world.server?.close();
  });
  return world;
}

export function nothing_went_wrong(context) {
  assert.deepEqual(context.said, []);
}
