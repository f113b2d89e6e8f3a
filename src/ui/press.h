// What can be pressed: one rectangle that pointer, touch, keyboard and screen reader
// all reach, and its node in the semantics. It draws nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/semantics.h"

namespace linli::ui {

struct Ui;

struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
  bool focused = false;  // the keyboard is here
  int32_t node = -1;     // in ui.semantics
};

// Records a node; marks it clipped when it is scrolled out of sight.
int32_t record(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect,
               uint32_t states = 0);
// Opens a node for children; its rectangle may be set later through semantics.at.
int32_t record_open(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect,
                    uint32_t states = 0);

// Records the node and takes its input.
Press press(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states = 0);
// The same without a node, for what another node already names.
Press touch(Ui& ui, uint32_t id, Rect rect, bool enabled = true);
// Records the node and takes its input, and what comes until semantics.close() is inside it.
Press press_open(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect,
                 uint32_t states = 0);

// False when nothing of the rectangle can be seen.
bool visible(Rect rect);

}  // namespace linli::ui
