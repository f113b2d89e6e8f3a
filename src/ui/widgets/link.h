// Words that lead to another screen, inside text or lists.
#pragma once

#include <string_view>

namespace linli::ui {

struct Ui;

// Goes to `route` when it is pressed.
void link(Ui& ui, std::string_view key, std::string_view words, std::string_view route);
// Above the title of a page: back to where it was opened from.
void back_link(Ui& ui, std::string_view words, std::string_view route);
// “Show 50 more” below a list that is drawn in part; true when pressed. Nothing when
// `left` is 0.
bool show_more(Ui& ui, std::string_view key, long long left);

}  // namespace linli::ui
