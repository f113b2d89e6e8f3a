// One of several: segments for two to four short words, a radio list for more or longer
// ones, tabs for parts of a screen. `chosen` is an index; -1 means nothing yet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linli::ui {

struct Ui;

using Choices = std::vector<std::string>;

// True when the choice changed.
bool segmented(Ui& ui, std::string_view key, std::string_view name, int& chosen,
               const Choices& choices);
bool radio_list(Ui& ui, std::string_view key, std::string_view name, int& chosen,
                const Choices& choices);
bool tabs(Ui& ui, std::string_view key, std::string_view name, int& chosen, const Choices& choices);

}  // namespace linli::ui
