// Behind “more” on phones: the screens that have no place in the bar, and how this
// device looks and speaks.
#pragma once

#include "ui/screen.h"

namespace linli::ui {

class MoreScreen : public Screen {
 public:
  void draw(Ui& ui) override;
};

}  // namespace linli::ui
