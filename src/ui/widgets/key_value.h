// A name and what it says, one pair per line: the facts of a person, a need, a record.
#pragma once

#include <string_view>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

void key_value(Ui& ui, std::string_view key, std::string_view name, std::string_view value,
               Tone tone = Tone::neutral);

// A big number with its unit and what it counts, for the top of a screen.
void figure(Ui& ui, std::string_view key, std::string_view name, std::string_view value,
            Tone tone = Tone::neutral);

}  // namespace linli::ui
