// Short messages at the lower edge that go by themselves: “saved”, “signed in”. What a
// person must act on is never a toast. Readers hear each one once.
#pragma once

#include <string>
#include <vector>

#include "ui/theme.h"

namespace linli::ui {

struct Ui;

class Toasts {
 public:
  void add(std::string words, Tone tone = Tone::neutral);
  void draw(Ui& ui);

 private:
  struct Toast {
    uint32_t id = 0;
    std::string words;
    Tone tone = Tone::neutral;
    double since = -1;  // set when it is first drawn
  };
  std::vector<Toast> toasts_;
  uint32_t last_ = 0;
};

}  // namespace linli::ui
