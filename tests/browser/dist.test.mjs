// What `make dist` makes: a folder that any web server can serve under any path, and the demo in one
// file that opens without a server.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nothing_went_wrong, open_app, panel_of } from './harness/app.mjs';
import { launch, new_profile } from './harness/browser.mjs';
import { site_dir, source_dir } from './harness/paths.mjs';
import { start_static_server } from './harness/static_server.mjs';

let dist, profile, context;

before(async () => {
  dist = await mkdtemp(path.join(os.tmpdir(), 'linli-dist-'));
  execFileSync('/usr/bin/python3', [path.join(source_dir, 'cmake/make_dist.py'), site_dir, dist]);
  profile = await new_profile();
  context = await launch(profile);
});

after(async () => {
  await context?.close();
  await profile?.remove();
  await rm(dist, { recursive: true, force: true });
});

test('the single file starts the demo from a disk and asks the network for nothing', async () => {
  const asked = [];
  const listen = (request) => asked.push(request.url());
  context.on('request', listen);
  const address = pathToFileURL(path.join(dist, 'linli-demo.html')).href;
  const page = await open_app(context, address);
  assert.equal(await panel_of(page), '');
  await page.getByRole('main').waitFor();
  assert.ok((await page.getByRole('heading').count()) > 0);
  context.off('request', listen);
  assert.deepEqual(
    asked.filter((url) => url !== address && !/^(blob|data):/.test(url)),
    [],
  );
  nothing_went_wrong(context);
  await page.close();
});

test('the folder works under a path of a static host, without a hub', async () => {
  const server = await start_static_server({ '/some/where/': dist });
  const page = await open_app(context, `${server.origin}/some/where/?demo`);
  assert.equal(await panel_of(page), '');
  await page.getByRole('main').waitFor();
  nothing_went_wrong(context);
  await page.close();
  await server.close();
});
