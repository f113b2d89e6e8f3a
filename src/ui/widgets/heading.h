// Headings of three levels: 1 the screen, 2 a part of it, 3 a card. Levels are never
// skipped for the sake of a size.
#pragma once

#include <string_view>

namespace linli::ui {

struct Ui;

void heading(Ui& ui, std::string_view key, std::string_view words, int level = 2);

}  // namespace linli::ui
