// Durable taps of the app, plain and encrypted, beside bare writes of the same disk and beside
// the official SQLite for browsers, in turns of a few, all in this one worker.
import { StoreFiles } from '/web/store_files.js';
import create_taps from '/build/linli_tap_bench.mjs';
import create_sqlite from '/peer/index.mjs';
import { answer_with, median } from './answer.js';

const page_bytes = 4096;
const operation_bytes = 400;
const turn = 20;

async function fresh_directory(name) {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name, { recursive: true }).catch(() => {});
  return root.getDirectoryHandle(name, { create: true });
}

async function app_taps(name, encrypted) {
  const files = await StoreFiles.open(await fresh_directory(name));
  const module = await create_taps({ linli: { files } });
  module._linli_bench_open(encrypted ? 1 : 0);
  return () => module._linli_bench_tap() * 1000;
}

function timed(act) {
  return () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  };
}

async function bare_writes() {
  const directory = await fresh_directory('bench_bare');
  const file = await directory.getFileHandle('bare', { create: true });
  const handle = await file.createSyncAccessHandle();
  const page = new Uint8Array(page_bytes).fill(1);
  let at = 0;
  return timed(() => {
    handle.write(page, { at });
    handle.flush();
    at += page_bytes;
  });
}

// One operation's text in one durable commit, nothing folded.
async function peer_commits() {
  const sqlite = await create_sqlite();
  const pool = await sqlite.installOpfsSAHPoolVfs({ directory: '/bench_peer', clearOnInit: true });
  const database = new pool.OpfsSAHPoolDb('/peer.db');
  database.exec(
    'PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;' +
      'CREATE TABLE operation(number INTEGER PRIMARY KEY, text TEXT NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO operation(text) VALUES(?)');
  const text = 'x'.repeat(operation_bytes);
  return timed(() => {
    insert.bind(1, text).stepReset();
  });
}

answer_with(async ({ runs, taps }) => {
  const candidates = {
    bare: await bare_writes(),
    plain: await app_taps('bench_plain', false),
    encrypted: await app_taps('bench_encrypted', true),
    peer: await peer_commits(),
  };
  const names = Object.keys(candidates);
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    const millis = Object.fromEntries(names.map((name) => [name, []]));
    for (let done = 0; done < taps; done += turn) {
      for (const name of names) {
        for (let i = 0; i < turn; i += 1) millis[name].push(candidates[name]());
      }
    }
    const p95 = {};
    const p50 = {};
    for (const name of names) {
      p50[name] = median(millis[name]);
      p95[name] = millis[name][Math.floor(millis[name].length * 0.95)];
    }
    found.push({ p50, p95 });
  }
  return found;
});
