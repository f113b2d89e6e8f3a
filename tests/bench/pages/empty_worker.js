// Draws one empty frame and says so.
import create from './build/linli_empty_page.mjs';
import { glyph_bridge } from './glyph_bridge.js';

self.onmessage = async ({ data: canvas }) => {
  const module = await create({ linli: glyph_bridge() });
  module.GL.makeContextCurrent(
    module.GL.createContext(canvas, { majorVersion: 2, minorVersion: 0, antialias: false }),
  );
  module._linli_bench_draw(canvas.width, canvas.height);
  self.postMessage('drawn');
};
