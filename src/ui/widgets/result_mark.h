// A big round mark above the words of a result: a tick, or a sign that something is
// missing. The words beside it say the same; it has no node of its own.
#pragma once

#include <string_view>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

void result_mark(Ui& ui, std::string_view key, Tone tone);

}  // namespace linli::ui
