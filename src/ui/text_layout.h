// Measures, breaks and shortens text by the rules of Chinese and of Latin script: no
// line begins with a closing mark or ends with an opening one, words stay whole where
// they fit. It records no semantics; the text widgets do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct TextLine {
  uint32_t begin = 0;  // bytes of the drawable text
  uint32_t end = 0;
  float width = 0;
};

struct TextBlock {
  std::string text;  // drawable: runs are replaced by their code points
  std::vector<TextLine> lines;
  float width = 0;
  float height = 0;
  bool shortened = false;
};

float text_width(Ui& ui, std::string_view text, TextStyle style);
// At most `lines_max` lines (0 = as many as it takes); what does not fit ends in ….
TextBlock lay_out_text(Ui& ui, std::string_view text, TextStyle style, float width,
                       int lines_max = 0);
void draw_text_block(Ui& ui, const TextBlock& block, float x, float y, TextStyle style,
                     Colour colour);
// One line whose box is line_height high.
void draw_line(Ui& ui, std::string_view text, float x, float y, TextStyle style, Colour colour);
// One line cut to `width`.
void draw_line_within(Ui& ui, std::string_view text, float x, float y, float width, TextStyle style,
                      Colour colour);

}  // namespace linli::ui
