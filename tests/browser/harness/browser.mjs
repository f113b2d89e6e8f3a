// Chromium with a profile on disk (OPFS needs one), and what pages said on the console.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const chromium_arguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const executable = process.env.LINLI_CHROMIUM ?? '/usr/bin/chromium';

export async function new_profile() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-profile-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

// A browser context that keeps its storage in `profile`. `context.said` collects console
// errors and page errors of all its pages.
export async function launch(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile.folder, {
    executablePath: executable,
    args: [...chromium_arguments, ...(options.args ?? [])],
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    ...options.context,
  });
  context.said = [];
  const listen = (page) => {
    page.on('pageerror', (error) => context.said.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') context.said.push(message.text());
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return context;
}

// Ends the whole browser of a profile at once, as a power cut does, and waits until it is gone.
export async function kill_browser(profile) {
  const mine = async () => {
    const found = [];
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (line.includes(`--user-data-dir=${profile.folder}\0`)) found.push(Number(pid));
    }
    return found;
  };
  for (let left = await mine(); left.length > 0; left = await mine()) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself since.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
