// The product's source of glyphs: web/glyphs.js draws them on a 2D canvas with the fonts
// of the system. It keeps nothing itself.
#pragma once

#include "ui/glyph_source.h"

namespace linli::shell {

class CanvasGlyphs : public ui::GlyphSource {
 public:
  bool draw_text(std::string_view text, float pixels, int weight, ui::GlyphBitmap& out) override;
  bool draw_icon(std::string_view path, float pixels, ui::GlyphBitmap& out) override;
};

}  // namespace linli::shell
