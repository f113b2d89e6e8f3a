// How far something is: a bar for work under way, steps for a form in several parts.
#pragma once

#include <string_view>

#include "ui/widgets/choice.h"

namespace linli::ui {

struct Ui;

// `percent` 0..100; `words` stand above the bar.
void progress(Ui& ui, std::string_view key, std::string_view words, int percent);
void steps(Ui& ui, std::string_view key, std::string_view name, const Choices& labels, int current);

}  // namespace linli::ui
