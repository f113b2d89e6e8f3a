// The VFS suite of tests/vfs in a real browser, over OPFS.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, new_profile } from './harness/browser.mjs';
import { build_dir, source_dir } from './harness/paths.mjs';
import { start_static_server } from './harness/static_server.mjs';

let server, profile, context, page;

before(async () => {
  server = await start_static_server({
    '/': path.join(source_dir, 'tests/browser/pages'),
    '/web/': path.join(source_dir, 'web'),
    '/build/': build_dir,
  });
  profile = await new_profile();
  context = await launch(profile);
  page = await context.newPage();
  await page.goto(`${server.origin}/vfs.html`);
});

after(async () => {
  await context?.close();
  await profile?.remove();
  await server?.close();
});

test('every case passes over OPFS', async () => {
  const { code, lines } = await page.evaluate(() => globalThis.run_suite([]));
  assert.equal(code, 0, lines.join('\n'));
  const summary = lines.find((line) => /PASSED/.test(line));
  assert.match(summary, / 10 tests/);
});

test('a full disk refuses the write and keeps the rest', async () => {
  const session = await context.newCDPSession(page);
  const filter = ['--gtest_filter=*ReopensWithEverything*'];
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 200000 });
  const full = await page.evaluate((wanted) => globalThis.run_suite(wanted), filter);
  assert.notEqual(full.code, 0);
  assert.ok(full.lines.some((line) => line.includes('13')), full.lines.join('\n'));
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin });
  const after_that = await page.evaluate((wanted) => globalThis.run_suite(wanted), filter);
  assert.equal(after_that.code, 0, after_that.lines.join('\n'));
});

test('handles that another worker still holds are waited for', async () => {
  const answers = await page.evaluate(() =>
    Promise.all([globalThis.run_suite([]), globalThis.run_suite([])]),
  );
  assert.deepEqual(answers.map((answer) => answer.code), [0, 0]);
});
