// A message that stays on the screen until its cause is gone: a refusal with its reason,
// work that is not synced, a warning. With a button when something can be done about it.
#pragma once

#include <string_view>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct BannerOptions {
  std::string_view title = {};
  std::string_view action = {};  // label of the button
};

// True when the action was pressed.
bool banner(Ui& ui, std::string_view key, std::string_view words, Tone tone,
            const BannerOptions& options = {});

}  // namespace linli::ui
