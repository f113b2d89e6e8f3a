// durable_tap_*: what a tap costs until it is durable, beside a bare write and flush of one
// page and beside the official SQLite for browsers, in one worker.
import { in_worker, median, print, quick, rounded } from './browser_page.mjs';

const peer = '@sqlite.org/sqlite-wasm 3.53.4-build2, opfs-sahpool, WAL, EXCLUSIVE, FULL';
const runs = await in_worker('tap_worker.js', quick ? { runs: 3, taps: 200 } : { runs: 5, taps: 600 });

const of = (share, name) => rounded(median(runs.map((run) => run[share][name])));
const ratio = (over, under) =>
  rounded(median(runs.map((run) => run.p50[over] / run.p50[under])), 2);

const tap = (name, candidate, share) => ({
  name,
  value: of(share, candidate),
  unit: 'ms',
  floor: of(share, 'bare'),
  peer,
  peer_value: of(share, 'peer'),
  ratio: rounded(median(runs.map((run) => run[share][candidate] / run[share].bare)), 2),
});

print(tap('durable_tap_p50', 'plain', 'p50'));
print(tap('durable_tap_p95', 'plain', 'p95'));
print(tap('durable_tap_encrypted_p50', 'encrypted', 'p50'));
print({
  name: 'durable_tap_encrypted_over_plain',
  value: ratio('encrypted', 'plain'),
  unit: 'ratio',
  ratio: ratio('encrypted', 'plain'),
});
