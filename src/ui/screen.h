// What the root shows one of at a time. A screen is made when it is first opened and
// kept while the program runs; it must never assume that it is drawn every frame.
#pragma once

#include "ui/route.h"

namespace linli::ui {

struct Ui;

class Screen {
 public:
  virtual ~Screen() = default;
  // Called before the first frame after the route came to this screen or changed in it.
  virtual void opened(Ui&) {}
  virtual void draw(Ui& ui) = 0;
};

}  // namespace linli::ui
