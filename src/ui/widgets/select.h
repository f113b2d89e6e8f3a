// A field with a list that opens: below it on wide windows, as a sheet on phones.
#pragma once

#include <string_view>

#include "ui/widgets/choice.h"

namespace linli::ui {

struct SelectOptions {
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view nothing = {};  // words while nothing is chosen; empty = “please choose”
  bool required = false;
  bool disabled = false;
  bool label_hidden = false;
  float width = 0;  // 0 = all there is
};

// True when the choice changed.
bool select(Ui& ui, std::string_view key, std::string_view label, int& chosen,
            const Choices& choices, const SelectOptions& options = {});

}  // namespace linli::ui
