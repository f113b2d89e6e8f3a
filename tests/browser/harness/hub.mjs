// The real hub in a process of its own, with a fresh folder, serving the built site.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { site_dir, source_dir } from './paths.mjs';

const run = promisify(execFile);

// Tests are quicker than people.
const limits = ['requests_per_second=1000', 'requests_burst=5000', 'setup_attempts_per_minute=5000'];

export async function start_hub() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-hub-'));
  const hub = { folder, port: 0 };
  let process_of_hub;

  // Again after stop(): the same folder at the same port.
  hub.start = async () => {
    process_of_hub = spawn(
      '/usr/bin/python3',
      [
        path.join(source_dir, 'serve.py'), '--port', `${hub.port}`, '--data', folder,
        '--site', site_dir, ...limits.flatMap((limit) => ['--limit', limit]),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
    );
    for await (const line of createInterface({ input: process_of_hub.stdout })) {
      hub.setup_code = line.match(/etup code.*: (\S+)$/)?.[1] ?? hub.setup_code;
      const port = line.match(/^Linli is at http:\/\/.+:(\d+)\/$/)?.[1];
      if (port) {
        hub.port = Number(port);
        hub.origin = `http://localhost:${port}`;
        return;
      }
    }
    throw new Error('the hub did not start');
  };

  hub.stop = async () => {
    if (process_of_hub?.exitCode !== null) return;
    const ended = new Promise((resolve) => process_of_hub.once('exit', resolve));
    process_of_hub.kill('SIGTERM');
    await ended;
  };

  // What the hub says of its own log; while it is stopped.
  hub.verify = async () => {
    const program = path.join(source_dir, 'serve.py');
    const { stdout } = await run('/usr/bin/python3', [program, 'verify', '--data', folder]);
    return stdout;
  };

  hub.remove = async () => {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  };

  await hub.start();
  return hub;
}
