// What stands where there is nothing yet: a small picture, a sentence that says why, and
// the way on.
#pragma once

#include <string_view>

#include "generated/icons.h"

namespace linli::ui {

struct Ui;

// True when the action was pressed; without a label there is no button.
bool empty_state(Ui& ui, std::string_view key, Icon icon, std::string_view title,
                 std::string_view sentence = {}, std::string_view action = {});

}  // namespace linli::ui
