// A whole number with a minus and a plus beside it; it can be typed too.
#pragma once

#include <cstdint>
#include <string_view>

namespace linli::ui {

struct Ui;

struct NumberOptions {
  int64_t least = 0;
  int64_t most = 999;
  int64_t step = 1;
  std::string_view unit = {};  // behind the number
  std::string_view hint = {};
  std::string_view error = {};
};

// True when the value changed.
bool number_stepper(Ui& ui, std::string_view key, std::string_view label, int64_t& value,
                    const NumberOptions& options = {});

}  // namespace linli::ui
