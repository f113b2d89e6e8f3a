// In which parts of the week a volunteer has time: seven days by morning, afternoon and
// evening. The set is the 21 bits of PersonRegistered::availability.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linli::ui {

struct Ui;

// True when it changed.
bool availability_grid(Ui& ui, std::string_view key, int32_t& set);
// 周一上午、周三上午, or empty.
std::string availability_text(const Ui& ui, int32_t set);

}  // namespace linli::ui
