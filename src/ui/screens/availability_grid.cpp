#include "ui/screens/availability_grid.h"

#include <vector>

#include "core/matching.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/screens/person_words.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr int kDays = 7;

std::string part_text(const Ui& ui, int day, int slot) {
  return ui.say(
      app::Str::people_part_of_week,
      {{"weekday", app::weekday_text(day + 1, ui.language)}, {"part", ui.tr(slot_text(slot))}});
}

void draw_head(Ui& ui, std::string_view words, Rect rect) {
  const float width = text_width(ui, words, TextStyle::caption);
  draw_line_within(ui, words, rect.x + (rect.width - width) / 2,
                   rect.y + (rect.height - ui.theme.line_height(TextStyle::caption)) / 2,
                   rect.width, TextStyle::caption, ui.theme.colours().text_soft);
}

bool cell(Ui& ui, Rect rect, int day, int slot, int32_t& set) {
  const Palette& colours = ui.theme.colours();
  const int32_t bit = core::availability_bit(day + 1, slot);
  const bool on = (set & bit) != 0;
  const uint32_t id = mix_ids(ui.id("cell"), static_cast<uint32_t>(bit));
  const Press state = press(ui, Role::checkbox, id, part_text(ui, day, slot), rect,
                            on ? static_cast<uint32_t>(state_checked) : 0u);
  if (state.clicked) set ^= bit;
  const Rect box = inset(rect, 2);
  fill(box, on ? colours.accent : state.hovered ? colours.hover : colours.surface, radius::s);
  if (!on) stroke(box, colours.outline, radius::s, ui.theme.border());
  if (on) draw_icon_in(ui, Icon::check, box, ui.theme.icon(), colours.on_accent);
  if (state.focused) focus_ring(ui, box, radius::s);
  return state.clicked;
}

}  // namespace

bool availability_grid(Ui& ui, std::string_view key, int32_t& set) {
  const KeyScope keys(ui, key);
  const float high = ui.theme.target();
  const float head = ui.theme.line_height(TextStyle::caption) + space::xs;
  // Days lie side by side where each is as wide as a finger, else one under the other.
  const bool across = ui.layout.room() >= (kDays + 1) * high * 1.25f;
  const int columns = across ? kDays : core::availability_slots;
  const int rows = across ? core::availability_slots : kDays;
  const Rect all = ui.layout.place(ui, 0, head + static_cast<float>(rows) * (high + space::xs));
  const float label = ui.theme.body() * 3.2f;
  const float wide = (all.width - label) / static_cast<float>(columns);
  bool changed = false;
  for (int column = 0; column < columns; ++column) {
    const Rect top{all.x + label + static_cast<float>(column) * wide, all.y, wide, head};
    draw_head(ui, across ? app::weekday_text(column + 1, ui.language) : ui.tr(slot_text(column)),
              top);
  }
  for (int row = 0; row < rows; ++row) {
    const float y = all.y + head + static_cast<float>(row) * (high + space::xs);
    draw_head(ui, across ? ui.tr(slot_text(row)) : app::weekday_text(row + 1, ui.language),
              {all.x, y, label, high});
    for (int column = 0; column < columns; ++column) {
      const Rect rect{all.x + label + static_cast<float>(column) * wide, y, wide, high};
      changed = cell(ui, rect, across ? column : row, across ? row : column, set) || changed;
    }
  }
  return changed;
}

std::string availability_text(const Ui& ui, int32_t set) {
  std::vector<std::string> parts;
  for (int day = 0; day < kDays; ++day) {
    for (int slot = 0; slot < core::availability_slots; ++slot) {
      if ((set & core::availability_bit(day + 1, slot)) != 0) {
        parts.push_back(part_text(ui, day, slot));
      }
    }
  }
  return joined(ui, parts);
}

}  // namespace linli::ui
