#include "shell/web/canvas_glyphs.h"

#include "shell/web/bridge.h"

namespace linli::shell {
namespace {

// JavaScript draws and keeps the pixels until they are fetched, so that the room for
// them is made here and is never too small.
bool fetch(const float (&metrics)[7], ui::GlyphBitmap& out) {
  out.width = static_cast<int32_t>(metrics[0]);
  out.height = static_cast<int32_t>(metrics[1]);
  out.left = metrics[2];
  out.top = metrics[3];
  out.advance = metrics[4];
  out.coloured = metrics[5] != 0;
  out.pixels.resize(static_cast<size_t>(metrics[6]));
  linli_glyph_pixels(out.pixels.data());
  return true;
}

}  // namespace

bool CanvasGlyphs::draw_text(std::string_view text, float pixels, int weight,
                             ui::GlyphBitmap& out) {
  float metrics[7];
  linli_draw_text(text.data(), static_cast<int32_t>(text.size()), pixels, weight, metrics);
  return fetch(metrics, out);
}

bool CanvasGlyphs::draw_icon(std::string_view path, float pixels, ui::GlyphBitmap& out) {
  float metrics[7];
  linli_draw_icon(path.data(), static_cast<int32_t>(path.size()), pixels, metrics);
  return fetch(metrics, out);
}

}  // namespace linli::shell
