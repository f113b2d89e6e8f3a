// A small pill with a word and an icon that says in which state something is.
#pragma once

#include <string_view>

#include "generated/icons.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

// Icon::none = the tone's own icon.
void badge(Ui& ui, std::string_view key, std::string_view words, Tone tone = Tone::neutral,
           Icon icon = Icon::none);

float badge_width(Ui& ui, std::string_view words);
void draw_badge(Ui& ui, std::string_view words, Tone tone, Icon icon, Rect rect);

}  // namespace linli::ui
