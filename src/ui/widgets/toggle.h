// Yes or no: a checkbox (part of a form, counts when the form is saved), a switch (takes
// effect at once) and a chip (a filter that is on or off). The label is part of the target.
#pragma once

#include <string_view>

#include "generated/icons.h"

namespace linli::ui {

struct Ui;

struct ToggleOptions {
  std::string_view hint = {};  // second, quieter line
  bool disabled = false;
};

// True when it changed.
bool checkbox(Ui& ui, std::string_view key, std::string_view label, bool& on,
              const ToggleOptions& options = {});
bool switch_row(Ui& ui, std::string_view key, std::string_view label, bool& on,
                const ToggleOptions& options = {});
bool chip(Ui& ui, std::string_view key, std::string_view label, bool& on, Icon icon = Icon::none);

}  // namespace linli::ui
