// Finds the parts of a text that a glyph source must draw in one piece: right-to-left
// and joined scripts, letters with combining marks, emoji sequences, characters beyond
// the basic plane. It knows nothing of fonts or sizes.
#pragma once

#include <cstddef>
#include <string_view>

namespace linli::ui {

struct TextRun {
  size_t bytes = 0;
  bool whole = false;  // draw in one piece
};

// A quick look: false when every character can stand alone.
bool has_runs(std::string_view text);
TextRun next_run(std::string_view text, size_t at);

}  // namespace linli::ui
