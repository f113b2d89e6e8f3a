// A button as large as a hand, its icon above its words: the few things a person can do who stands
// before a kiosk. At most one of them is the main one.
#pragma once

#include <string_view>

#include "generated/icons.h"

namespace linli::ui {

struct Ui;

struct TileStyle {
  float height = 160;    // dp; words that need more room make it higher
  bool primary = false;  // filled with the accent colour
  bool pressed = false;  // stays in, for things that are on
};

bool tile_button(Ui& ui, std::string_view key, std::string_view label, Icon icon,
                 TileStyle style = {});

}  // namespace linli::ui
