// One to five stars to press, and the same row only to look at. Each star is a radio
// button that is named by its number.
#pragma once

#include <string_view>

namespace linli::ui {

struct Ui;

// True when the number changed; 0 means none yet.
bool star_row(Ui& ui, std::string_view key, std::string_view name, int& stars);
void show_stars(Ui& ui, std::string_view key, int stars);

}  // namespace linli::ui
