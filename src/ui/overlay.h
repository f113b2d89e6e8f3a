// A surface above the screen: dialogs, sheets, lists that open. While it lives nothing
// below it can be pressed. Its content is a column that scrolls when it is too high.
#pragma once

#include <cstdint>
#include <memory>

#include "ui/scroll.h"
#include "ui/semantics.h"

namespace linli::ui {

struct OverlayOptions {
  bool scrim = false;  // darkens what is below
  float padding = 24;
  float gap = 16;
};

class Overlay {
 public:
  Overlay(Ui& ui, uint32_t id, Rect rect, OverlayOptions options = {});
  ~Overlay();
  Overlay(const Overlay&) = delete;

  // True in the frame in which somebody pressed beside the surface, or Escape.
  bool dismissed() const { return dismissed_; }

 private:
  Ui& ui_;
  bool dismissed_ = false;
  std::unique_ptr<ScrollArea> area_;
};

// How high the content of this overlay was in the frame before, 0 the first time.
float overlay_height(Ui& ui, uint32_t id);
// A sheet at the lower edge on phones, else a list below (or above) what opened it.
Rect popover_rect(Ui& ui, uint32_t id, Rect anchor, float width, float height_max);

}  // namespace linli::ui
