// The frame that all fields share: label above, box with border, hint or error below.
// It takes the room in the layout; what stands inside the box is the field's own.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/semantics.h"

namespace linli::ui {

struct Ui;

struct FrameOptions {
  std::string_view hint = {};
  std::string_view error = {};
  bool required = false;
  bool disabled = false;
  bool label_hidden = false;
  float width = 0;
  float height = 0;
};

class FieldFrame {
 public:
  FieldFrame(Ui& ui, uint32_t id, std::string_view label, const FrameOptions& options);
  Rect box() const { return box_; }

 private:
  Rect box_;
};

}  // namespace linli::ui
