// A camera that is refused or missing is told in a sentence, and the other ways stay open.
import { test } from 'node:test';
import { nothing_went_wrong, open_app, with_app } from './harness/app.mjs';
import { use } from './harness/use.mjs';

const refusing = with_app();

test('a camera that may not be used is told, and the card number can be typed', async () => {
  const page = await open_app(refusing.context, `${refusing.address}?demo#/kiosk`);
  await use(page.getByRole('button', { name: '用摄像头扫码' }));
  await page.getByText('摄像头没打开，请用别的方法签到。').waitFor();
  await use(page.getByRole('button', { name: '输入卡号' }));
  await page.getByRole('heading', { name: '请输入卡号' }).waitFor();
  nothing_went_wrong(refusing.context);
  await page.close();
});
