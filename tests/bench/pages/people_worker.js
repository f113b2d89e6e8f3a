// Types into the search of the people list and scrolls it to its end; answers with the
// milliseconds of each frame.
import create_people from '/build/linli_people_bench.mjs';
import { answer_with } from './answer.js';
import { glyph_bridge } from './glyph_bridge.js';

const typed = [
  ...['王', '王秀', '王秀英', ''],
  ...['z', 'zh', 'zhl', ''],
  ...['1', '13', '138', '1380', '13800', ''],
  ...['李', '李国', ''],
  ...['0', '09', '098', '0987', ''],
];

answer_with(async ({ people, screens }) => {
  const module = await create_people({ linli: { files: {}, ...glyph_bridge() } });
  const canvas = new OffscreenCanvas(1366, 768);
  module.GL.makeContextCurrent(
    module.GL.createContext(canvas, { majorVersion: 2, minorVersion: 0, antialias: false }),
  );
  const begin = performance.now();
  module._linli_bench_open(people);
  const open_millis = performance.now() - begin;

  const frames_since = (first) =>
    Array.from({ length: module._linli_bench_frames() - first }, (_, i) =>
      module._linli_bench_millis(first + i),
    );
  for (const text of typed) {
    const bytes = new TextEncoder().encode(text);
    const room = module._linli_bench_room(bytes.length);
    module.HEAPU8.set(bytes, room);
    module._linli_bench_type();
  }
  const typing = frames_since(0);
  let turns = 0;
  while (turns < screens && module._linli_bench_scroll()) turns += 1;
  return { open_millis, typing, scrolling: frames_since(typing.length), turns };
});
