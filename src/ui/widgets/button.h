// Buttons. At most one primary button on a screen: the thing to do next. A dangerous
// action is named by its verb and asks again in a dialog; the button itself never does.
#pragma once

#include <string_view>

#include "generated/icons.h"

namespace linli::ui {

struct Ui;

enum class ButtonKind : unsigned char { primary, secondary, quiet, danger };

struct ButtonStyle {
  ButtonKind kind = ButtonKind::secondary;
  Icon icon = Icon::none;
  bool disabled = false;
  bool busy = false;  // shows that it works, cannot be pressed again
  bool full_width = false;
  bool large = false;      // kiosk: one and a half times as high
  bool icon_only = false;  // the label is its name and is not drawn
  bool pressed = false;    // stays in, for things that are on
};

bool button(Ui& ui, std::string_view key, std::string_view label, ButtonStyle style = {});
bool primary_button(Ui& ui, std::string_view key, std::string_view label, Icon icon = Icon::none);
bool quiet_button(Ui& ui, std::string_view key, std::string_view label, Icon icon = Icon::none);
// A round button that shows only an icon; `name` is what readers say.
bool icon_button(Ui& ui, std::string_view key, std::string_view name, Icon icon);

}  // namespace linli::ui
