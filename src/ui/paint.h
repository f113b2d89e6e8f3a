// Shapes of the design system on the current draw list: grounds, borders, soft shadows,
// icons, focus rings. It takes colours from its callers and records no semantics.
#pragma once

#include <cstdint>

#include "generated/icons.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace linli::ui {

struct Ui;

Rect inset(Rect rect, float by);
Rect inset(Rect rect, float horizontal, float vertical);
bool contains(Rect rect, float x, float y);

void fill(Rect rect, Colour colour, float round = 0);
void stroke(Rect rect, Colour colour, float round, float thick = 1);
// A soft shadow below a raised surface.
void shadow(Rect rect, Colour colour, float round, float depth = 6);
void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour);
void draw_icon_in(Ui& ui, Icon icon, Rect box, float size, Colour colour);  // centred
void focus_ring(Ui& ui, Rect rect, float round);

// Draws what comes later under what came before: begin, draw the front, back(), draw the ground.
class Backdrop {
 public:
  Backdrop();
  ~Backdrop();
  Backdrop(const Backdrop&) = delete;
  void back();

 private:
  void* splitter_;
};

}  // namespace linli::ui
