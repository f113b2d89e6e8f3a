// The part of a field that opens something: shows the current words, remembers whether
// it is open, and is the combo box of the semantics. What opens is inside it.
#pragma once

#include <cstdint>
#include <string_view>

#include "generated/icons.h"
#include "ui/semantics.h"

namespace linli::ui {

struct Ui;

struct OpenerOptions {
  std::string_view words = {};
  bool empty = false;  // the words are only a placeholder
  Icon icon = Icon::caret_down;
  bool disabled = false;
  bool required = false;
  std::string_view error = {};
  std::string_view hint = {};
};

class Opener {
 public:
  Opener(Ui& ui, uint32_t id, std::string_view label, Rect box, const OpenerOptions& options);
  ~Opener();
  Opener(const Opener&) = delete;

  bool open() const { return open_; }
  bool fresh() const { return fresh_; }  // opened in this frame or the one before
  void close();

 private:
  Ui& ui_;
  uint32_t id_;
  bool open_ = false;
  bool fresh_ = false;
};

}  // namespace linli::ui
