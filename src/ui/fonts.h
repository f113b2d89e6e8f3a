// The fonts of the interface: three weights whose glyphs a GlyphSource draws on demand.
// Icons and runs that must be drawn in one piece (joined scripts, emoji, characters
// beyond the basic plane) get a private-use code point each. It reads no font file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generated/icons.h"
#include "ui/glyph_source.h"

struct ImFont;
struct ImFontAtlas;

namespace linli::ui {

class Fonts {
 public:
  explicit Fonts(GlyphSource& source) : source_(source) {}
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  void add_to(ImFontAtlas& atlas);
  ImFont* font(int weight) const;

  // The text with every run that needs it replaced by the code point that stands for it.
  // The answer is valid until the next call.
  std::string_view drawable(std::string_view text);
  static char32_t code_point(Icon icon);

  // For the loader: draws what a code point stands for.
  bool draw(char32_t code_point, float pixels, int weight, GlyphBitmap& out);

 private:
  char32_t run_code_point(std::string_view run);

  GlyphSource& source_;
  ImFont* fonts_[3] = {};
  std::vector<std::string> runs_;
  std::unordered_map<std::string, char32_t> run_index_;
  std::string drawable_;
};

}  // namespace linli::ui
