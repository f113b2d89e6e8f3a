// What the people of a branch do at their devices, by role and name as they would.
import { becomes, open_app } from './app.mjs';
import { launch, new_profile } from './browser.mjs';
import { use } from './use.mjs';

export const pin = '2468';
export const founder = '沈雁';
// Between two keys of a person; what comes faster is a code reader.
const typing_millis = 90;

// A zone in which it is ten in the morning now, so that no test stands at midnight and the
// sessions of this morning are open.
export function morning_zone(now = new Date()) {
  const ahead = 10 - now.getUTCHours();
  const hours = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

// A browser of its own at `address`, as a device of the branch has it.
export async function new_device(address, options = {}) {
  const device = { address, profile: await new_profile() };
  device.start = async (route = '') => {
    device.context = await launch(device.profile, {
      ...options,
      context: { env: { ...process.env, TZ: morning_zone() }, ...options.context },
    });
    device.page = await open_app(device.context, address + route);
    return device.page;
  };
  device.remove = async () => {
    await device.context?.close().catch(() => {});
    await device.profile.remove();
  };
  return device;
}

export const go = (page, route) =>
  page.evaluate((hash) => (location.hash = `#/${hash}`), route);

export async function type_pin(page, digits = pin) {
  await page.getByRole('button', { name: '确定' }).waitFor();
  await page.keyboard.type(digits, { delay: typing_millis });
  await page.waitForTimeout(typing_millis);
  await page.keyboard.press('Enter');
}

// The desk greets whom it let in.
export const greeted = (page) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`好，${founder}$`) }).waitFor();

export async function found_branch(page) {
  await use(page.getByRole('button', { name: /建立新的分行/ }));
  await page.getByRole('textbox', { name: '分行名称' }).fill('柳荫街社区时间银行');
  await page.getByRole('textbox', { name: '第一个站点' }).fill('柳荫街活动室');
  await page.getByRole('textbox', { name: '您的姓名' }).fill(founder);
  await page.getByRole('textbox', { name: '设一个登录密码' }).fill(pin);
  await page.getByRole('textbox', { name: '再输一次' }).fill(pin);
  await use(page.getByRole('button', { name: '建立分行' }));
  await greeted(page);
}

// Gives the branch to the hub at this page's address.
export async function attach(page, setup_code) {
  await go(page, 'sync');
  await page.getByRole('textbox', { name: '设置码' }).fill(setup_code);
  await use(page.getByRole('button', { name: '接上' }));
  await all_at_hub(page);
}

export async function all_at_hub(page) {
  await go(page, 'sync');
  await page.getByText('都已送到总站').waitFor({ timeout: 30000 });
}

// The same when the network has just come back.
export async function all_at_hub_now(page) {
  await go(page, 'sync');
  await use(page.getByRole('button', { name: '现在就试' }));
  await page.getByText('两边一致').first().waitFor({ timeout: 30000 });
  await all_at_hub(page);
}

// Makes an invite and answers with its code.
export async function invite(page, kind, name) {
  await go(page, 'sync/devices');
  await use(page.getByRole('button', { name: '邀请新设备' }).first());
  const dialog = page.getByRole('dialog');
  await use(dialog.getByRole('radio', { name: kind }));
  await dialog.getByRole('textbox', { name: '给它起个名' }).fill(name);
  await use(dialog.getByRole('button', { name: '生成邀请' }));
  const code = page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  const text = await code.textContent();
  await use(page.getByRole('dialog').getByRole('button', { name: '关闭' }));
  await all_at_hub(page);
  return text;
}

// Opens the invite's link, joins, and gives the founder a PIN on this device.
export async function join(page) {
  await use(page.getByRole('button', { name: '加入', exact: true }));
  await use(page.getByRole('button', { name: new RegExp(founder) }));
  await type_pin(page);
  await page.getByRole('heading', { name: '请再输一次同样的密码' }).waitFor();
  await type_pin(page);
  await page.getByRole('heading', { name: '请再输一次同样的密码' }).waitFor({ state: 'detached' });
}

export async function sign_in(page) {
  await use(page.getByRole('button', { name: new RegExp(founder) }));
  await type_pin(page);
  await page.getByRole('heading', { name: /请输入密码/ }).waitFor({ state: 'detached' });
}

export async function register(page, { role, name, phone, card }) {
  await go(page, 'people/new');
  await use(page.getByRole('checkbox', { name: role }));
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await page.getByRole('textbox', { name: '电话' }).fill(phone);
  await use(page.getByRole('checkbox', { name: '本人已听过说明并同意登记' }));
  await use(page.getByRole('button', { name: '完成登记' }));
  await page.getByRole('heading', { name }).waitFor();
  if (!card) return;
  await use(page.getByRole('button', { name: '发卡' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '卡号' }).fill(card);
  await use(dialog.getByRole('button', { name: '发卡' }));
  await page.getByRole('button', { name: '打印会员卡' }).waitFor();
}

// An activity with a session this morning at nine.
export async function plan_session(page, name) {
  await go(page, 'activities/new');
  await page.getByRole('textbox', { name: '活动名称' }).fill(name);
  await use(page.getByRole('button', { name: '计划活动' }));
  await use(page.getByRole('button', { name: '安排场次' }).first());
  await use(page.getByRole('dialog').getByRole('button', { name: '保存' }));
  await page.getByText('已安排 1 场').waitFor();
}

// A need for tomorrow of somebody who is not in the register yet.
export async function publish_need(page) {
  await go(page, 'needs/new');
  await page.getByRole('textbox', { name: '服务对象' }).fill('吴奶奶');
  await use(page.getByRole('button', { name: /现在登记/ }));
  await page.getByRole('textbox', { name: '电话' }).fill('13600008888');
  await use(page.getByRole('checkbox', { name: '本人已听过说明并同意登记' }));
  await use(page.getByRole('button', { name: '完成登记' }));
  await page.getByRole('button', { name: '换一位' }).waitFor();
  await use(page.getByRole('combobox', { name: '服务类别' }));
  await use(page.getByRole('option').first());
  await use(page.getByRole('combobox', { name: '日期' }));
  const { first_of_month, name } = await tomorrow(page);
  if (first_of_month) await use(page.getByRole('button', { name: '下个月' }));
  await use(page.getByRole('option', { name: new RegExp(`^${name}`) }));
  await use(page.getByRole('button', { name: '发布', exact: true }));
  await page.getByRole('heading', { level: 1, name: /吴奶奶/ }).waitFor();
}

// As the page's clock has it.
const tomorrow = (page) =>
  page.evaluate(() => {
    const day = new Date(Date.now() + 24 * 60 * 60 * 1000);
    return {
      first_of_month: day.getDate() === 1,
      name: `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`,
    };
  });

// A volunteer takes the need that is open.
export async function claim(page, volunteer) {
  await use(page.getByRole('button', { name: '志愿者接单' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(volunteer);
  await use(dialog.getByRole('button', { name: new RegExp(`^${volunteer}`) }));
  await use(dialog.getByRole('button', { name: '确认接单' }));
  await page.getByText(`${volunteer}已接单`).waitFor();
}

export async function open_session(page, name) {
  await go(page, 'today');
  await use(page.getByRole('button', { name: new RegExp(name) }));
  await page.getByRole('button', { name: '记下人数' }).waitFor();
}

// How many came by paper, as it was kept last; 0 before.
export async function heads_kept(page) {
  const words = page.getByText(/^没有用纸质签到表|^纸质签到表上有/).first();
  return Number((await words.textContent()).match(/\d+/)?.[0] ?? 0);
}

// One more came: presses, and does not wait.
export async function count_one_more(page) {
  await use(page.getByRole('button', { name: '增加' }));
  await use(page.getByRole('button', { name: '记下人数' }));
}

// Something small to record: one more came to the session.
export async function count_heads(page, name) {
  await open_session(page, name);
  const before = await heads_kept(page);
  await count_one_more(page);
  await becomes(() => heads_kept(page), (now) => now !== before);
}

// A code reader: all keys at once, no field.
export const read_code = (page, code) =>
  page.evaluate((keys) => {
    for (const key of [...keys, 'Enter']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }, code);

export async function check_code(page) {
  await go(page, 'sync');
  await use(page.getByRole('button', { name: '看核对码' }));
  const shown = page.getByText(/^核对码: /);
  return (await shown.textContent()).replace('核对码: ', '');
}

// Waits until both show the same code.
export async function same_rows(one, other) {
  await becomes(
    async () => {
      const codes = [await check_code(one), await check_code(other)];
      await go(one, 'today');
      await go(other, 'today');
      return codes;
    },
    ([a, b]) => a === b,
  );
}

export const service_worker_ready = (page) =>
  page.evaluate(async () => {
    const worker = (await navigator.serviceWorker.ready).active;
    if (worker.state !== 'activated') {
      await new Promise((resolve) => worker.addEventListener('statechange', resolve));
    }
  });
