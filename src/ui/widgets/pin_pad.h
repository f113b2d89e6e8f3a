// Large digit keys for PINs and card numbers, and the digits of a keyboard where there is
// one. What is typed is shown as dots and never spoken.
#pragma once

#include <string>
#include <string_view>

namespace linli::ui {

struct Ui;

struct PinOptions {
  size_t length_max = 12;
  bool hidden = true;  // dots instead of digits
  std::string_view error = {};
};

// True when a digit came or went. The caller looks at the length or offers a button.
bool pin_pad(Ui& ui, std::string_view key, std::string_view name, std::string& digits,
             const PinOptions& options = {});

// True in the frame in which Enter was typed and meant no other button.
bool pin_entered(const Ui& ui);

}  // namespace linli::ui
