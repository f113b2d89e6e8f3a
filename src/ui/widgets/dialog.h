// A question or a short form above everything else. Holds the keyboard until it is
// closed; Escape and a press beside it close it without doing anything.
//   if (Dialog dialog(ui, "erase", title, asking_); dialog) { … }
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "ui/overlay.h"

namespace linli::ui {

struct DialogOptions {
  float width = 540;
  bool stays = false;  // only its own buttons close it
};

class Dialog {
 public:
  Dialog(Ui& ui, std::string_view key, std::string_view title, bool& open,
         DialogOptions options = {});
  ~Dialog();
  Dialog(const Dialog&) = delete;
  explicit operator bool() const { return overlay_ != nullptr; }

 private:
  Ui& ui_;
  bool& open_;
  uint32_t id_;
  std::unique_ptr<Overlay> overlay_;
};

enum class Answer : unsigned char { none, yes, no };

// The usual question: title, what will happen, and two buttons. `open` becomes false with
// the answer.
Answer ask(Ui& ui, std::string_view key, std::string_view title, std::string_view what,
           std::string_view yes, bool& open, bool dangerous = false);

}  // namespace linli::ui
