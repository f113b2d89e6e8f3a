// The way between screens: a rail with icons and words on wide windows, a bar at the
// lower edge on phones. It shows the entries of the registry and keeps nothing itself.
#pragma once

#include <string_view>

#include "ui/semantics.h"

namespace linli::ui {

struct Ui;

// Draws the navigation and returns what is left of the window for the screen.
Rect draw_navigation(Ui& ui, std::string_view current_route);

}  // namespace linli::ui
