// A coordinator registers people, finds them by what is at hand, and never sees a whole
// name in the list unless it is asked for. Pointer and keyboard do the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothing_went_wrong, open_app, settle, with_app } from './harness/app.mjs';
import { use } from './harness/use.mjs';

const world = with_app();

const open_people = async (route = 'people') => {
  const page = await open_app(world.context, `${world.address}?demo#/${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

const fill_form = async (page, { name, phone }) => {
  await use(page.getByRole('checkbox', { name: '志愿者' }));
  await page.getByRole('textbox', { name: '姓名' }).fill(name);
  await page.getByRole('textbox', { name: '电话' }).fill(phone);
};

test('a volunteer is registered with consent and found by initials', async () => {
  const page = await open_people();
  await use(page.getByRole('button', { name: '登记', exact: true }));
  await fill_form(page, { name: '欧阳龘', phone: '13812340987' });
  await use(page.getByRole('button', { name: '完成登记' }));
  await page.getByText('登记需要本人同意').waitFor();
  await use(page.getByRole('checkbox', { name: '本人已听过说明并同意登记' }));
  await use(page.getByRole('button', { name: '完成登记' }));
  await page.getByRole('heading', { name: '欧阳龘' }).waitFor();
  assert.match(page.url(), /#\/people\/p_/);
  await page.goBack();
  await page.goBack();
  await page.getByRole('searchbox').fill('0987');
  await page.getByRole('button', { name: /^欧\*/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: /欧阳龘/ }).count(), 0);
  nothing_went_wrong(world.context);
  await page.close();
});

test('whoever is known already is offered while typing', async () => {
  const page = await open_people('people/new');
  await fill_form(page, { name: '白桦', phone: '13700001122' });
  await use(page.getByRole('checkbox', { name: '本人已听过说明并同意登记' }));
  await use(page.getByRole('button', { name: '完成登记' }));
  await page.getByRole('heading', { name: '白桦' }).waitFor();
  await page.evaluate(() => (location.hash = '#/people/new'));
  await page.getByRole('textbox', { name: '电话' }).fill('137 0000 1122');
  await use(page.getByRole('button', { name: /打开已有的：白桦/ }));
  await page.getByRole('heading', { name: '白桦' }).waitFor();
  nothing_went_wrong(world.context);
  await page.close();
});

test('a card is issued and printed by keyboard alone', async () => {
  const page = await open_people();
  const first = page.getByRole('listitem').first().getByRole('button');
  await first.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^(发卡|换新卡)$/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '卡号' }).fill('90012345');
  await dialog.getByRole('button', { name: '发卡' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('90012345').first().waitFor();
  await page.getByRole('button', { name: '打印会员卡' }).waitFor();
  nothing_went_wrong(world.context);
  await page.close();
});

test('the list goes on as it is scrolled', async () => {
  const page = await open_people();
  await page.setViewportSize({ width: 390, height: 844 });
  await settle(page);
  const last = async () => {
    const names = await page.getByRole('listitem').getByRole('button').allTextContents();
    return names.at(-1);
  };
  const before = await last();
  await page.mouse.move(200, 600);
  for (let i = 0; i < 12; ++i) await page.mouse.wheel(0, 900);
  await settle(page);
  assert.notEqual(await last(), before);
  nothing_went_wrong(world.context);
  await page.close();
});
