// Words: a paragraph that wraps, or a single shortened line. The full text always stands
// in the semantics, also when the canvas shows an ellipsis.
#pragma once

#include <string_view>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct TextOptions {
  TextStyle style = TextStyle::body;
  Tone tone = Tone::neutral;
  bool soft = false;  // second words: quieter colour
  int lines_max = 0;  // 0 = as many as it takes
  bool centred = false;
  bool live = false;  // read aloud when it changes
};

void text(Ui& ui, std::string_view key, std::string_view words, TextOptions options = {});
// Shorthands for the two most used.
void soft_text(Ui& ui, std::string_view key, std::string_view words);
void caption(Ui& ui, std::string_view key, std::string_view words);

}  // namespace linli::ui
