// Shows that something is under way: a turning arc, and grey shapes where content will
// be. Stands still when motion is reduced.
#pragma once

#include <string_view>

#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

void draw_busy(Ui& ui, Rect rect, Colour colour);
// The arc with words beside it, for a part of the screen that waits.
void busy(Ui& ui, std::string_view key, std::string_view words);
// Grey lines in the place of `lines` rows that are being read.
void skeleton(Ui& ui, std::string_view key, int lines);

}  // namespace linli::ui
