// Draws every character as a plain box of a plausible width, the same on every machine,
// so that layouts can be tested without fonts.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "ui/glyph_source.h"

namespace linli::ui {

class BoxGlyphs : public GlyphSource {
 public:
  bool draw_text(std::string_view text, float pixels, int weight, GlyphBitmap& out) override {
    float advance = 0;
    for (size_t at = 0; at < text.size();) {
      const char32_t c = base::next_code_point(text, at);
      advance += (c >= 0x2E80 || c == 0x2026 ? 1.0f : c == ' ' ? 0.25f : 0.55f) * pixels;
    }
    out.advance = weight >= 700 ? advance * 1.02f : advance;
    out.width = text == " " ? 0 : static_cast<int32_t>(std::ceil(advance * 0.9f));
    out.height = out.width == 0 ? 0 : static_cast<int32_t>(std::ceil(pixels * 0.8f));
    out.top = -0.8f * pixels;
    out.pixels.assign(static_cast<size_t>(out.width * out.height), 255);
    drawn.emplace_back(text);
    return true;
  }
  bool draw_icon(std::string_view path, float pixels, GlyphBitmap& out) override {
    out.advance = pixels;
    out.width = path.empty() ? 0 : static_cast<int32_t>(std::ceil(pixels));
    out.height = out.width;
    out.top = -0.88f * pixels;
    out.pixels.assign(static_cast<size_t>(out.width * out.height), 255);
    return true;
  }

  std::vector<std::string> drawn;  // what was asked for, in order
};

}  // namespace linli::ui
