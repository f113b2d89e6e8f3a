// Firefox from Debian on a screen of its own: it has WebGL only where there is a display.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import puppeteer from 'puppeteer-core';

export const executable = process.env.LINLI_FIREFOX ?? '/usr/bin/firefox-esr';
const start_millis = 90000;

// A virtual screen; answers with its name and a way to end it.
async function new_screen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  server.on('error', () => {});
  const [number] = await once(server.stdio[3], 'data');
  return { name: `:${String(number).trim()}`, end: () => server.kill() };
}

// A browser with a fresh profile. `said` collects what pages complained about.
export async function launch_firefox() {
  const screen = await new_screen();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: false,
    timeout: start_millis,
    env: { ...process.env, DISPLAY: screen.name, LIBGL_ALWAYS_SOFTWARE: '1' },
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'intl.accept_languages': 'zh-CN',
    },
  });
  const said = [];
  const open = async (address) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    await page.setViewport({ width: 1366, height: 768 });
    await page.goto(address);
    await page.waitForFunction(
      () => document.documentElement.dataset.ready || !document.getElementById('panel').hidden,
      { timeout: start_millis },
    );
    return page;
  };
  const close = async () => {
    await browser.close();
    screen.end();
  };
  return { open, close, said };
}

// What a person hears the element called.
const named = (selector, name) => {
  const called = (element) =>
    element.getAttribute('aria-label') ??
    (element.labels?.[0]?.textContent || element.textContent);
  return [...document.querySelectorAll(selector)].find((one) => called(one).includes(name));
};

// Waits for the element of the twin that is called so.
export async function find(page, selector, name) {
  const found = await page.waitForFunction(named, { timeout: 30000 }, selector, name);
  return found.asElement();
}

// Presses the middle of what is drawn there with the pointer.
export async function press(page, selector, name) {
  const element = await find(page, selector, name);
  const box = await element.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

// Puts the keyboard into a field and types.
export async function type(page, name, text) {
  const field = await find(page, 'input, textarea', name);
  await field.focus();
  await page.keyboard.type(text);
}
