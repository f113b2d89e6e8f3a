#include "ui/widgets/choice.h"

#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

void centred_line(Ui& ui, std::string_view words, Rect rect, TextStyle style, Colour colour) {
  const float width = std::min(text_width(ui, words, style), rect.width);
  draw_line_within(ui, words, rect.x + (rect.width - width) / 2,
                   rect.y + (rect.height - ui.theme.line_height(style)) / 2, width + 1, style,
                   colour);
}

uint32_t child_id(uint32_t id, size_t index) {
  return mix_ids(id, static_cast<uint32_t>(index) + 1);
}

}  // namespace

bool segmented(Ui& ui, std::string_view key, std::string_view name, int& chosen,
               const Choices& choices) {
  const Palette& colours = ui.theme.colours();
  float widest = 0;
  for (const std::string& words : choices) {
    widest = std::max(widest, text_width(ui, words, TextStyle::strong));
  }
  const auto count = static_cast<float>(choices.size());
  const float each = std::max(widest + 2 * space::l, ui.theme.target());
  const Rect rect = ui.layout.place(ui, each * count + 2 * space::xs, ui.theme.control());
  const uint32_t id = ui.id(key);
  record_open(ui, Role::radio_group, id, name, rect);
  fill(rect, colours.sunken, radius::m);
  stroke(rect, colours.line, radius::m, ui.theme.border());
  const Rect inner = inset(rect, space::xs);
  const float width = inner.width / std::max(1.0f, count);
  bool changed = false;
  for (size_t i = 0; i < choices.size(); ++i) {
    const bool on = chosen == static_cast<int>(i);
    const Rect cell{inner.x + width * static_cast<float>(i), rect.y, width, rect.height};
    const Rect face = {cell.x, inner.y, cell.width, inner.height};
    const Press state = press(ui, Role::radio, child_id(id, i), choices[i], cell,
                              on ? static_cast<uint32_t>(state_checked) : 0u);
    if (on) {
      shadow(face, colours.shadow, radius::s, 3);
      fill(face, colours.surface, radius::s);
      stroke(face, colours.accent, radius::s, 2);
    } else if (state.hovered) {
      fill(face, colours.hover, radius::s);
    }
    centred_line(ui, choices[i], inset(face, space::xs, 0), TextStyle::strong,
                 on ? ui.theme.tone(Tone::accent).text : colours.text_soft);
    if (state.focused) {
      focus_ring(ui, inset(face, 3), radius::s);
    }
    if (state.clicked && !on) {
      chosen = static_cast<int>(i);
      changed = true;
    }
  }
  ui.semantics.close();
  return changed;
}

bool radio_list(Ui& ui, std::string_view key, std::string_view name, int& chosen,
                const Choices& choices) {
  const Palette& colours = ui.theme.colours();
  const uint32_t id = ui.id(key);
  record_open(ui, Role::radio_group, id, name, {});
  const float size = ui.theme.body() * 1.4f;
  const float before = size + space::m;
  bool changed = false;
  ui.layout.begin_column(ui, space::xs);
  for (size_t i = 0; i < choices.size(); ++i) {
    const bool on = chosen == static_cast<int>(i);
    const Rect room = ui.layout.begin_item(ui, 0);
    const TextBlock block = lay_out_text(ui, choices[i], TextStyle::body, room.width - before);
    const Rect rect = ui.layout.place(ui, 0, std::max(block.height + space::s, ui.theme.target()));
    const Press state = press(ui, Role::radio, child_id(id, i), choices[i], rect,
                              on ? static_cast<uint32_t>(state_checked) : 0u);
    const Rect circle{rect.x, rect.y + (rect.height - size) / 2, size, size};
    fill(circle, state.hovered ? colours.hover : colours.surface, radius::pill);
    stroke(circle, on ? colours.accent : colours.outline, radius::pill, 2);
    if (on) {
      fill(inset(circle, size * 0.25f), colours.accent, radius::pill);
    }
    draw_text_block(ui, block, rect.x + before, rect.y + (rect.height - block.height) / 2,
                    TextStyle::body, colours.text);
    if (state.focused) {
      focus_ring(ui, circle, radius::pill);
    }
    if (state.clicked && !on) {
      chosen = static_cast<int>(i);
      changed = true;
    }
  }
  ui.layout.end_column(ui);
  ui.semantics.close();
  return changed;
}

bool tabs(Ui& ui, std::string_view key, std::string_view name, int& chosen,
          const Choices& choices) {
  const Palette& colours = ui.theme.colours();
  const uint32_t id = ui.id(key);
  const float height = ui.theme.control();
  record_open(ui, Role::tab_list, id, name, {});
  bool changed = false;
  {
    const Row row(ui, {.gap = 0});
    for (size_t i = 0; i < choices.size(); ++i) {
      const bool on = chosen == static_cast<int>(i);
      const float words = text_width(ui, choices[i], TextStyle::strong);
      const Rect rect = ui.layout.place(ui, words + 2 * space::l, height);
      const Press state = press(ui, Role::tab, child_id(id, i), choices[i], rect,
                                on ? static_cast<uint32_t>(state_selected) : 0u);
      if (state.hovered && !on) {
        fill(inset(rect, 0, 3), colours.hover, radius::m);
      }
      centred_line(ui, choices[i], rect, TextStyle::strong,
                   on ? ui.theme.tone(Tone::accent).text : colours.text_soft);
      fill({rect.x, rect.y + rect.height - 1, rect.width, 1}, colours.line);
      if (on) {
        fill({rect.x + space::s, rect.y + rect.height - 4, rect.width - 2 * space::s, 4},
             colours.accent, 2);
      }
      if (state.focused) {
        focus_ring(ui, inset(rect, 5), radius::s);
      }
      if (state.clicked && !on) {
        chosen = static_cast<int>(i);
        changed = true;
      }
    }
  }
  ui.semantics.close();
  return changed;
}

}  // namespace linli::ui
