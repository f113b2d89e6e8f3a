// The glyph half of the bridge, as web/worker.js gives it to the program.
import { Glyphs } from '/web/glyphs.js';

export function glyph_bridge() {
  const glyphs = new Glyphs();
  let drawn;
  const hand_over = (glyph, metrics) => {
    drawn = glyph;
    const { width, height, left, top, advance, coloured, pixels } = glyph;
    metrics.set([width, height, left, top, advance, coloured ? 1 : 0, pixels.length]);
  };
  return {
    draw_text: (text, pixels, weight, metrics) =>
      hand_over(glyphs.text(text, pixels, weight), metrics),
    draw_icon: (path, pixels, metrics) => hand_over(glyphs.icon(path, pixels), metrics),
    glyph_pixels: () => drawn.pixels,
  };
}
