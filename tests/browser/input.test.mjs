// People operate the twin: by pointer, keyboard, screen reader and input method.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, nothing_went_wrong, open_app, with_app } from './harness/app.mjs';

const world = with_app();
// The gallery shows a busy button that is drawn again and again, so nothing here waits for quiet.
const answer_millis = 1000;
const open_gallery = () => open_app(world.context, `${world.address}?demo#/gallery`);
const pressed = (page, count) =>
  page.locator('[data-role="status"]', { hasText: `按了 ${count} 次` }).waitFor();

test('a button is pressed by pointer, by keyboard and by a screen reader', async () => {
  const page = await open_gallery();
  const button = page.getByRole('button', { name: '确认签到' }).first();
  await button.click();
  await pressed(page, 1);
  await button.focus();
  await page.keyboard.press('Enter');
  await pressed(page, 2);
  await button.evaluate((element) => element.click());
  await pressed(page, 3);
  // Presses that come faster than frames are all counted.
  await button.evaluate((element) => [1, 2, 3].forEach(() => element.click()));
  await pressed(page, 6);
  nothing_went_wrong(world.context);
  await page.close();
});

test('what is typed reaches the program, which keeps to its limits', async () => {
  const page = await open_gallery();
  const name = page.getByLabel('姓名').first();
  await name.fill('长'.repeat(5000));
  await becomes(() => name.inputValue(), (value) => value.length > 0 && value.length < 5000);
  await name.fill('𬱖㛃龘 芦奶奶');
  await name.press('Tab');
  await page.waitForTimeout(answer_millis);
  assert.equal(await name.inputValue(), '𬱖㛃龘 芦奶奶');
  await page.close();
});

test('an input method composes undisturbed', async () => {
  const page = await open_gallery();
  const search = page.getByRole('searchbox', { name: '搜索' }).first();
  // It may be scrolled out of sight: the focus brings it in.
  await search.focus();
  const session = await world.context.newCDPSession(page);
  for (const text of ['l', 'lu', 'lu n', 'lu nai nai']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await page.waitForTimeout(60);
    assert.equal(await search.inputValue(), text);
  }
  await session.send('Input.insertText', { text: '芦奶奶' });
  await page.waitForTimeout(answer_millis);
  assert.equal(await search.inputValue(), '芦奶奶');
  // The program knows: it offers to clear the field.
  await page.getByRole('button', { name: '清除' }).first().click();
  await becomes(() => search.inputValue(), (value) => value === '');
  await page.close();
});

test('Tab walks in reading order and skips what is disabled', async () => {
  const page = await open_gallery();
  await page.getByRole('button', { name: '确认签到' }).first().focus();
  const names = [];
  for (let at = 0; at < 5; at += 1) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(
        () => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent,
      ),
    );
  }
  assert.deepEqual(names.slice(0, 3), ['查看详情', '稍后再说', '删除']);
  assert.ok(!names.includes('不能按'));
  await page.close();
});

test('typed words show in the field and letters are large enough for phones', async () => {
  const page = await open_gallery();
  const name = page.getByLabel('姓名').first();
  await name.click();
  const style = await name.evaluate((element) => {
    const { color, fontSize } = getComputedStyle(element);
    return { color, size: parseFloat(fontSize) };
  });
  assert.notEqual(style.color, 'rgba(0, 0, 0, 0)');
  assert.ok(style.size >= 16);
  await name.blur();
  assert.equal(await name.evaluate((element) => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
  await page.close();
});

test('the wheel scrolls and the twin follows', async () => {
  const page = await open_gallery();
  const heading = page.getByRole('heading', { level: 2 }).last();
  const before = (await heading.boundingBox()).y;
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 200);
  await becomes(async () => (await heading.boundingBox())?.y, (now) => now < before);
  await page.close();
});

test('text that a reader types is no text in a field', async () => {
  const page = await open_gallery();
  await page.evaluate(() => {
    for (const key of [...'LINLI-00017', 'Enter']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
  await page.waitForTimeout(answer_millis);
  nothing_went_wrong(world.context);
  await page.close();
});

test('two fingers change the size of the text', async () => {
  const page = await open_app(world.context, `${world.address}?demo#/gallery`);
  const session = await world.context.newCDPSession(page);
  const heading = page.getByRole('heading', { level: 1 });
  const height = async () => (await heading.boundingBox()).height;
  const before = await height();
  const fingers = (type, apart) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === 0 ? [] : [600 - apart, 600 + apart].map((x, id) => ({ x, y: 400, id })),
    });
  const pinch = async (from, to) => {
    await fingers('touchStart', from);
    for (let step = 1; step <= 10; step += 1) await fingers('touchMove', from + ((to - from) * step) / 10);
    await fingers('touchEnd', 0);
  };
  await pinch(60, 100);
  await becomes(height, (now) => now > before);
  await pinch(100, 40);
  await becomes(height, (now) => now <= before);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page itself is not zoomed');
  nothing_went_wrong(world.context);
  await page.close();
});
