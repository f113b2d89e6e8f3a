// A raised surface that holds what belongs together. In a grid all cards of a line get
// the same height. A card that can be pressed is one button with everything in it.
#pragma once

#include <string_view>

#include "ui/press.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

struct CardOptions {
  float padding = space::xl - space::xs;
  float gap = space::m;
  Tone tone = Tone::neutral;  // neutral = plain surface
  bool flat = false;          // no shadow, only a line
};

class Card {
 public:
  explicit Card(Ui& ui, CardOptions options = {});
  // A card that is a button named `name`; see clicked().
  Card(Ui& ui, std::string_view key, std::string_view name, CardOptions options = {});
  ~Card();
  Card(const Card&) = delete;

  bool clicked() const { return clicked_; }

 private:
  void open();

  Ui& ui_;
  CardOptions options_;
  Rect item_;
  float stretched_ = 0;
  uint32_t id_ = 0;
  bool clicked_ = false;
  bool hovered_ = false;
  bool focused_ = false;
};

}  // namespace linli::ui
