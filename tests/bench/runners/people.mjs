// people_100k_frame_*: the time of a frame in the worker's thread over 100,000 people, while
// somebody types into the search and scrolls to the end.
import { in_worker, median, percentile, print, quick, rounded } from './browser_page.mjs';

const runs = quick ? 1 : 5;
const found = [];
for (let run = 0; run < runs; run += 1) {
  found.push(await in_worker('people_worker.js', { people: 100000, screens: quick ? 300 : 3000 }));
}
const over_runs = (pick) => rounded(median(found.map(pick)), 2);
const every = (one) => [...one.typing, ...one.scrolling];
const all = (one) => percentile(every(one), 0.99);
const empty = (one) => percentile(every(one), 0.05);

print({
  name: 'people_100k_frame_p99_ms',
  value: over_runs(all),
  unit: 'ms',
  floor: over_runs(empty),
  ratio: over_runs((one) => all(one) / empty(one)),
});
print({ name: 'people_100k_frame_p50_ms', value: over_runs((one) => median(every(one))), unit: 'ms' });
print({
  name: 'people_100k_typing_frame_p99_ms',
  value: over_runs((one) => percentile(one.typing, 0.99)),
  unit: 'ms',
});
print({
  name: 'people_100k_scrolling_frame_p99_ms',
  value: over_runs((one) => percentile(one.scrolling, 0.99)),
  unit: 'ms',
});
print({ name: 'people_100k_register_ms', value: over_runs((one) => one.open_millis), unit: 'ms' });
