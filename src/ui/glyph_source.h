// Where glyphs come from: the browser's 2D canvas in the product, plain boxes in native
// tests. A source draws what it is given in one piece, so that joined scripts, rare
// characters and emoji keep their shape. It must never remember a size or a position.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace linli::ui {

struct GlyphBitmap {
  int32_t width = 0;  // pixels; 0 for blanks
  int32_t height = 0;
  float left = 0;         // from the pen to the bitmap's left edge, pixels
  float top = 0;          // from the baseline to the bitmap's upper edge, pixels, negative is up
  float advance = 0;      // pixels
  bool coloured = false;  // pixels are RGBA (emoji) instead of coverage alone
  std::vector<uint8_t> pixels;  // width × height, or four times that when coloured
};

class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  // Draws UTF-8 text (one character, one cluster or one joined run) at a font size of
  // `pixels` and a weight of 400, 500 or 700. False when nothing can be drawn.
  virtual bool draw_text(std::string_view text, float pixels, int weight, GlyphBitmap& out) = 0;
  // Fills an outline given as SVG path data in a square of 256 units, `pixels` wide and high,
  // the square's lower edge 0.12 × pixels below the baseline.
  virtual bool draw_icon(std::string_view path, float pixels, GlyphBitmap& out) = 0;
};

}  // namespace linli::ui
