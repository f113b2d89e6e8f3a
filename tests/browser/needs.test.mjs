// The telephone rings: somebody who is not in the register needs help tomorrow. The need
// is published, given to a volunteer whose reasons are told, and served or given back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, holds_focus, nothing_went_wrong, open_app, settle, with_app } from './harness/app.mjs';
import { publish_need } from './harness/branch.mjs';
import { use } from './harness/use.mjs';

const world = with_app();

const open_needs = async (route = 'needs') => {
  const page = await open_app(world.context, `${world.address}?demo#/${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

test('a need is taken by phone and given to the one who suits best', async () => {
  const page = await open_needs();
  await publish_need(page);
  const give = page.getByRole('button', { name: /^派给/ }).first();
  const name = (await give.textContent()).replace('派给', '');
  await page.getByText('最近').first().waitFor();
  await use(give);
  await page.getByText('人手已满').first().waitFor();
  await use(page.getByRole('button', { name: `${name}退单` }));
  const dialog = page.getByRole('dialog');
  await use(dialog.getByRole('radio', { name: '身体不适' }));
  await use(dialog.getByRole('button', { name: '确认退单' }));
  await page.getByText(/还缺 1 人/).first().waitFor();
  nothing_went_wrong(world.context);
  await page.close();
});

test('a need is cancelled with its reason by keyboard alone', async () => {
  const page = await open_needs();
  await publish_need(page);
  await page.getByRole('button', { name: '取消需求' }).focus();
  await page.keyboard.press('Enter');
  await holds_focus(page.getByRole('dialog', { name: '取消需求' }));
  // Escape changes nothing and gives the keyboard back to where it was.
  await page.keyboard.press('Escape');
  await holds_focus(page.getByRole('button', { name: '取消需求' }));
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '取消需求' });
  await holds_focus(dialog);
  const radio = (name) => dialog.getByRole('radio', { name });
  const confirm = dialog.getByRole('button', { name: '确认取消' });
  assert.equal(await confirm.isDisabled(), true, 'no reason yet');
  await page.keyboard.press('Tab');
  await holds_focus(radio('服务对象取消'));
  await page.keyboard.press('ArrowDown');
  await becomes(() => radio('重复登记').isChecked(), (checked) => checked);
  await becomes(() => confirm.isDisabled(), (disabled) => !disabled);
  // The keyboard goes with the choice, and the next stop is beyond the radios once they are drawn.
  await holds_focus(radio('重复登记'));
  await settle(page, 300);
  await page.keyboard.press('Tab');
  await holds_focus(dialog.getByRole('button', { name: '保留' }));
  await page.keyboard.press('Tab');
  await holds_focus(confirm);
  await page.keyboard.press('Enter');
  await page.getByText('原因: 重复登记').waitFor();
  // What opened the dialog is gone: the keyboard is at the screen, not at the page's start.
  await holds_focus(page.getByRole('main'));
  nothing_went_wrong(world.context);
  await page.close();
});

test('the calendar shows this week and the next', async () => {
  const page = await open_needs();
  await use(page.getByRole('radio', { name: '日历' }));
  await use(page.getByRole('button', { name: '下一周' }));
  await use(page.getByRole('button', { name: '今天', exact: true }));
  assert.ok((await page.getByRole('heading', { level: 3 }).count()) >= 7);
  nothing_went_wrong(world.context);
  await page.close();
});
