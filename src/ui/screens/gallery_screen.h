// Every widget in every state, for the eye, for screenshots and for a browser test. It
// reads and writes no data.
#pragma once

#include <string>

#include "ui/screen.h"

namespace linli::ui {

class GalleryScreen : public Screen {
 public:
  void draw(Ui& ui) override;

 private:
  std::string name_;
  std::string story_;
  std::string search_;
  int pressed_ = 0;
};

}  // namespace linli::ui
