// A field to type in: label above, hint or error below. The value belongs to the caller.
// While it has the focus the page's own input element stands in its place, so that every
// input method works; the canvas draws it the rest of the time.
#pragma once

#include <string>
#include <string_view>

#include "generated/icons.h"

namespace linli::ui {

struct Ui;

struct FieldOptions {
  std::string_view hint = {};         // below the field
  std::string_view error = {};        // in place of the hint; says what to do
  std::string_view placeholder = {};  // an example, never the label
  Icon icon = Icon::none;
  bool required = false;
  bool disabled = false;
  bool password = false;
  bool numeric = false;
  bool search = false;        // with a button that clears it
  int lines = 1;              // more than 1: multi-line
  int length_max = 200;       // code points
  float width = 0;            // 0 = all there is
  bool label_hidden = false;  // the label is only its name
};

struct FieldResult {
  bool changed = false;
  bool entered = false;  // Enter in a single line
  bool left = false;     // lost the focus
  explicit operator bool() const { return changed; }
};

FieldResult text_field(Ui& ui, std::string_view key, std::string_view label, std::string& value,
                       const FieldOptions& options = {});
FieldResult search_field(Ui& ui, std::string_view key, std::string_view label, std::string& value);

// Puts the keyboard into the field (or on any node) in the next frame.
void focus_on(Ui& ui, std::string_view key);

}  // namespace linli::ui
