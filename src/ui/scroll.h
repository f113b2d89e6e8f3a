// A part of the screen that scrolls: wheel, scrollbar, touch drag with inertia, and
// the keyboard's focus, which is always brought into sight.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/layout.h"

namespace linli::ui {

class ScrollArea {
 public:
  // Takes the next `height` of the layout; content is laid out inside with `padding`.
  ScrollArea(Ui& ui, std::string_view key, float height, float padding = 0);
  // Takes a rectangle that the caller gives; `side` is the padding left and right, `ends`
  // above and below the content.
  ScrollArea(Ui& ui, std::string_view key, Rect area, float side, float ends, float gap);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;

 private:
  void open(std::string_view key, float gap);
  void drag();
  void follow_focus();

  Ui& ui_;
  Rect area_;
  float side_;
  float ends_;
  uint32_t id_ = 0;
  size_t first_node_ = 0;
};

// How high the area's content was in the frame before, with its padding.
float scroll_height(Ui& ui, uint32_t area_id);
// Scrolls the area back to its beginning in the next frame.
void scroll_to_start(Ui& ui, std::string_view key);

}  // namespace linli::ui
