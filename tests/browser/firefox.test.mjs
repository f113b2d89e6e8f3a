// The same app in Firefox: it draws, obeys pointer and keyboard, and keeps a branch.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { find, launch_firefox, press, type } from './harness/firefox.mjs';
import { site_dir } from './harness/paths.mjs';
import { start_static_server } from './harness/static_server.mjs';

let server;
let firefox;

before(async () => {
  server = await start_static_server({ '/': site_dir });
  firefox = await launch_firefox();
});

after(async () => {
  await firefox?.close();
  await server?.close();
});

test('the demo is drawn, and pointer and keyboard find a person', async () => {
  const page = await firefox.open(`${server.origin}/?demo`);
  await find(page, 'h1', '林红梅');
  const drawn = await page.evaluate(() => globalThis.linli.report());
  assert.ok(drawn.frames > 0);
  await press(page, '#twin a', '人员');
  await find(page, 'h1', '人员');
  await type(page, '姓名、拼音首字母', 'byq');
  await find(page, '#twin button', '白*');
  assert.deepEqual(firefox.said, []);
  await page.close();
});

test('a branch founded here is still here after the page was closed', async () => {
  const page = await firefox.open(server.origin);
  await press(page, '#twin button', '建立新的分行');
  await type(page, '分行名称', '柳荫街社区时间银行');
  await type(page, '第一个站点', '柳荫街活动室');
  await type(page, '您的姓名', '沈雁');
  await type(page, '设一个登录密码', '2468');
  await type(page, '再输一次', '2468');
  const found = await find(page, '#twin button', '建立分行');
  await found.focus();
  await page.keyboard.press('Enter');
  await find(page, 'h1', '沈雁');
  await page.close();
  const again = await firefox.open(server.origin);
  await find(again, '#twin button', '沈雁');
  assert.match(await again.evaluate(() => document.body.innerText), /柳荫街社区时间银行/);
  assert.deepEqual(firefox.said, []);
  await again.close();
});
