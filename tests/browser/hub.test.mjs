// A branch, its hub and its devices, as they are in a street: real browsers with profiles of
// their own, the real serve.py, and networks that fail.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  all_at_hub, all_at_hub_now, attach, claim, count_heads, found_branch, go, greeted, invite, join,
  new_device, plan_session, publish_need, read_code, register, same_rows, service_worker_ready,
  sign_in, type_pin,
} from './harness/branch.mjs';
import { kill_browser } from './harness/browser.mjs';
import { start_faulty_proxy } from './harness/faulty_proxy.mjs';
import { start_hub } from './harness/hub.mjs';
import { use } from './harness/use.mjs';

let hub, desk, kiosk, other_desk, desk_net, kiosk_net, other_net;

before(async () => {
  hub = await start_hub();
  desk_net = await start_faulty_proxy(hub);
  kiosk_net = await start_faulty_proxy(hub);
  other_net = await start_faulty_proxy(hub);
});

after(async () => {
  for (const device of [desk, kiosk, other_desk]) await device?.remove();
  for (const net of [desk_net, kiosk_net, other_net]) await net?.close();
  await hub?.remove();
});

test('a branch is founded alone and given to the hub', async () => {
  desk = await new_device(desk_net.address);
  const page = await desk.start();
  await found_branch(page);
  await register(page, { role: '志愿者', name: '江月', phone: '13800001111', card: '90010001' });
  await plan_session(page, '晨间编织组');
  await attach(page, hub.setup_code);
  await page.getByText('两边一致').first().waitFor();
});

test('a kiosk joins by the link of its invite and has everything', async () => {
  const code = await invite(desk.page, '签到台', '门口签到台');
  kiosk = await new_device(kiosk_net.address);
  const page = await kiosk.start(`#/join/${code}`);
  await join(page);
  await all_at_hub(page);
  await same_rows(desk.page, page);
  await service_worker_ready(page);
});

test('who signs in at the door while all is down arrives, though the browser was killed', async () => {
  desk_net.become('down');
  kiosk_net.become('down');
  await use(kiosk.page.getByRole('button', { name: '打开签到台' }));
  await kiosk.page.getByRole('heading', { name: '欢迎您来！' }).waitFor();
  await read_code(kiosk.page, '90010001');
  await use(kiosk.page.getByRole('button', { name: '签到 · 晨间编织组' }));
  await kiosk.page.getByRole('heading', { name: '已签到' }).waitFor();
  await kill_browser(kiosk.profile);
  // Without any network: the app and what was recorded are in the browser.
  const page = await kiosk.start();
  await page.getByRole('heading', { name: '欢迎您来！' }).waitFor();
  await read_code(page, 'LINLI:CARD:90010001');
  await page.getByText(/已经签到了/).waitFor();
  await use(page.getByRole('button', { name: '再待一会儿' }));
  kiosk_net.become('none');
  desk_net.become('none');
  await go(desk.page, 'sync');
  await use(desk.page.getByRole('button', { name: '现在就试' }));
  await go(desk.page, 'today');
  await desk.page.getByRole('button', { name: /晨间编织组.*1 人在场/ }).waitFor({ timeout: 45000 });
  await use(page.getByRole('button', { name: '工作人员' }));
  await type_pin(page);
  await sign_in(page);
  await all_at_hub(page);
  await page.getByText('两边一致').first().waitFor();
  await same_rows(desk.page, page);
});

test('news of the hub come at once, without asking', async () => {
  // Both streams are open again after the networks came back.
  const started = Date.now();
  await go(kiosk.page, 'sync');
  await all_at_hub(desk.page);
  await register(desk.page, { role: '志愿者', name: '林听', phone: '13800002222' });
  await go(kiosk.page, 'people');
  await kiosk.page.getByRole('button', { name: /^林\*/ }).waitFor({ timeout: 45000 });
  assert.ok(Date.now() - started < 45000);
});

test('two desks fill the last place at once: one of them is told why not', async () => {
  const code = await invite(desk.page, '办公电脑', '社工的电脑');
  other_desk = await new_device(other_net.address);
  const page = await other_desk.start(`#/join/${code}`);
  await join(page);
  await greeted(page);
  await publish_need(desk.page);
  const need = new URL(desk.page.url()).hash;
  await all_at_hub(desk.page);
  await go(page, need.slice(2));
  await page.getByRole('heading', { level: 1, name: /吴奶奶/ }).waitFor({ timeout: 30000 });
  desk_net.become('down');
  other_net.become('down');
  await go(desk.page, need.slice(2));
  await claim(desk.page, '江月');
  await claim(page, '林听');
  desk_net.become('none');
  await all_at_hub_now(desk.page);
  other_net.become('none');
  await all_at_hub_now(page);
  // Exactly one of the two, and its own screen says the reason and whom to tell.
  await go(page, 'today');
  await use(page.getByRole('button', { name: '没有通过的请求：1' }));
  await page.getByText('这条需求的人手已经满了，别的伙伴先接了单。谢谢您的热心。').waitFor();
  await page.getByText(/林听/).first().waitFor();
  await go(page, need.slice(2));
  await page.getByRole('button', { name: /^江月/ }).first().waitFor();
  await same_rows(desk.page, page);
});

const troubles = {
  down: /连不上总站，可能它没有开机/,
  garbage: /回答的不是总站/,
  unauthorized: /总站没有认出这台设备的签名/,
  failed: /总站那边出了故障/,
  cut_off: /连不上总站，可能它没有开机/,
  slow: /总站回答得很慢/,
};

for (const [fault, sentence] of Object.entries(troubles)) {
  test(`a hub that is ${fault} has its sentence, and nothing is lost`, async () => {
    const page = desk.page;
    desk_net.become(fault);
    await count_heads(page, '晨间编织组');
    await go(page, 'sync');
    await use(page.getByRole('button', { name: '现在就试' }));
    await page.getByText(sentence).waitFor({ timeout: 20000 });
    await page.getByText(/还有 \d+ 条没有送到总站/).waitFor();
    await page.getByText('都已稳稳存在本机，联网后会自动送出。').waitFor();
    desk_net.become('none');
    await all_at_hub_now(page);
    assert.equal(await page.getByText(sentence).count(), 0);
  });
}

test('after all of it every device has the same rows, and the hub can prove its log', async () => {
  await all_at_hub_now(other_desk.page);
  await all_at_hub_now(kiosk.page);
  await same_rows(desk.page, other_desk.page);
  await same_rows(desk.page, kiosk.page);
  await hub.stop();
  assert.match(await hub.verify(), /Everything verifies/);
  for (const device of [desk, other_desk, kiosk]) {
    const unexpected = device.context.said.filter((line) => !/Failed to load resource/.test(line));
    assert.deepEqual(unexpected, []);
  }
});
