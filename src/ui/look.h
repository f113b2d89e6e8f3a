// The two quick changes that stand in the navigation of every screen: large mode, and
// the other language.
#pragma once

namespace linli::ui {

struct Ui;

void toggle_large_mode(Ui& ui);
void switch_language(Ui& ui);

}  // namespace linli::ui
