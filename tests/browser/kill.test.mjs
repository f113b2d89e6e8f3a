// What was acknowledged to a person is there after the browser was killed in mid-work, and
// after the disk was full.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes, panel_of, wait_until_ready } from './harness/app.mjs';
import {
  count_one_more, found_branch, heads_kept, new_device, open_session, plan_session, sign_in,
} from './harness/branch.mjs';
import { kill_browser } from './harness/browser.mjs';
import { site_dir } from './harness/paths.mjs';
import { start_static_server } from './harness/static_server.mjs';
import { use } from './harness/use.mjs';

const kills = process.env.LINLI_SOAK ? 40 : 3;
const name = '晨间编织组';
const writes_max = 200;
let server, device;

before(async () => {
  server = await start_static_server({ '/': site_dir });
  device = await new_device(`${server.origin}/`);
  const page = await device.start();
  await found_branch(page);
  await plan_session(page, name);
});

after(async () => {
  await device?.remove();
  await server?.close();
});

test(`nothing acknowledged is lost in ${kills} kills in mid-work`, async () => {
  let page = device.page;
  await open_session(page, name);
  for (let at = 0; at < kills; at += 1) {
    const before_work = await heads_kept(page);
    await count_one_more(page);
    await page.getByText(`纸质签到表上有 ${before_work + 1} 人`).waitFor();
    // Another one, whose answer nobody sees any more.
    await count_one_more(page);
    await page.waitForTimeout((at * 37) % 100);
    await kill_browser(device.profile);
    page = await device.start();
    assert.equal(await panel_of(page), '');
    await sign_in(page);
    await open_session(page, name);
    const now = await heads_kept(page);
    assert.ok(now === before_work + 1 || now === before_work + 2, `${before_work} became ${now}`);
  }
});

test('a full disk is told, and work goes on when there is room again', async () => {
  // Fresh handles: a browser gives the files that it has open some room in advance.
  await device.context.close();
  const page = await device.start();
  await sign_in(page);
  await open_session(page, name);
  const session = await device.context.newCDPSession(page);
  const quota = (size) =>
    session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, ...size });
  await quota({ quotaSize: 1024 });
  const panel = page.locator('#panel');
  const more = page.getByRole('button', { name: '增加' });
  const keep = page.getByRole('button', { name: '记下人数' });
  for (let writes = 0; writes < writes_max && !(await panel.isVisible()); writes += 1) {
    await more.dispatchEvent('click');
    await keep.dispatchEvent('click');
  }
  await panel.getByText('这台电脑的空间满了').waitFor();
  assert.match(await panel.innerText(), /之前保存的都还在/);
  await panel.getByRole('button').first().click();
  // Behind the panel the app says the same, and shows what is kept.
  await page.getByText('这台设备的空间满了').first().waitFor();
  const before_room = await heads_kept(page);
  await quota({});
  await use(more);
  await use(keep);
  await becomes(() => heads_kept(page), (now) => now > before_room);
  const last = await heads_kept(page);
  const reloaded = page.waitForEvent('load');
  await page.reload();
  await reloaded;
  await wait_until_ready(page);
  await sign_in(page);
  await open_session(page, name);
  // A press that was still waiting may have been kept after the last look; none is lost.
  assert.ok((await heads_kept(page)) >= last);
});
