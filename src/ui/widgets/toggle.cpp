#include "ui/widgets/toggle.h"

#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

struct LabelBlock {
  TextBlock label;
  TextBlock hint;
  float height = 0;
};

LabelBlock lay_out_label(Ui& ui, std::string_view label, const ToggleOptions& options,
                         float width) {
  LabelBlock block;
  block.label = lay_out_text(ui, label, TextStyle::body, width);
  block.height = block.label.height;
  if (!options.hint.empty()) {
    block.hint = lay_out_text(ui, options.hint, TextStyle::caption, width);
    block.height += block.hint.height;
  }
  return block;
}

void draw_label(Ui& ui, const LabelBlock& block, float x, Rect rect, bool disabled) {
  const Palette& colours = ui.theme.colours();
  const float y = rect.y + (rect.height - block.height) / 2;
  draw_text_block(ui, block.label, x, y, TextStyle::body,
                  disabled ? colours.text_disabled : colours.text);
  draw_text_block(ui, block.hint, x, y + block.label.height, TextStyle::caption,
                  disabled ? colours.text_disabled : colours.text_soft);
}

uint32_t states_of(bool on, bool disabled) {
  return (on ? static_cast<uint32_t>(state_checked) : 0u) |
         (disabled ? static_cast<uint32_t>(state_disabled) : 0u);
}

}  // namespace

bool checkbox(Ui& ui, std::string_view key, std::string_view label, bool& on,
              const ToggleOptions& options) {
  const Palette& colours = ui.theme.colours();
  const float box = ui.theme.body() * 1.4f;
  const float before = box + space::m;
  const float natural = ui.layout.in_row() ? before + text_width(ui, label, TextStyle::body) : 0;
  const Rect room = ui.layout.begin_item(ui, natural);
  const LabelBlock block = lay_out_label(ui, label, options, room.width - before);
  const Rect rect =
      ui.layout.place(ui, natural, std::max(block.height + space::s, ui.theme.target()));
  const uint32_t id = ui.id(key);
  const Press state = press(ui, Role::checkbox, id, label, rect, states_of(on, options.disabled));
  ui.semantics.at(state.node).description = options.hint;
  if (state.clicked) {
    on = !on;
  }
  const Rect square{rect.x, rect.y + (rect.height - box) / 2, box, box};
  const Colour ground = options.disabled ? colours.sunken
                        : on             ? colours.accent
                        : state.hovered  ? colours.hover
                                         : colours.surface;
  fill(square, ground, radius::s - 1);
  if (!on || options.disabled) {
    stroke(square, options.disabled ? colours.line : colours.outline, radius::s - 1, 2);
  }
  if (on) {
    draw_icon_in(ui, Icon::check, square, box * 0.72f,
                 options.disabled ? colours.text_disabled : colours.on_accent);
  }
  draw_label(ui, block, rect.x + before, rect, options.disabled);
  if (state.focused) {
    focus_ring(ui, square, radius::s);
  }
  return state.clicked;
}

bool switch_row(Ui& ui, std::string_view key, std::string_view label, bool& on,
                const ToggleOptions& options) {
  const Palette& colours = ui.theme.colours();
  const float high = ui.theme.body() * 1.5f;
  const float wide = high * 1.8f;
  const Rect room = ui.layout.begin_item(ui, 0);
  const LabelBlock block = lay_out_label(ui, label, options, room.width - wide - space::l);
  const Rect rect = ui.layout.place(ui, 0, std::max(block.height + space::s, ui.theme.target()));
  const uint32_t id = ui.id(key);
  const Press state = press(ui, Role::switch_, id, label, rect, states_of(on, options.disabled));
  ui.semantics.at(state.node).description = options.hint;
  if (state.clicked) {
    on = !on;
  }
  const Rect track{rect.x + rect.width - wide, rect.y + (rect.height - high) / 2, wide, high};
  const float at =
      ui.memory.approach(mix_ids(id, "at"), on ? 1.0f : 0.0f, ui.theme.quick(), ui.wants_frame);
  fill(track, options.disabled ? colours.sunken : mix(colours.outline, colours.accent, at),
       radius::pill);
  const float knob = high - 6;
  const Rect circle{track.x + 3 + at * (wide - high), track.y + 3, knob, knob};
  fill(circle, colours.surface, radius::pill);
  if (on) {
    draw_icon_in(ui, Icon::check, circle, knob * 0.7f,
                 options.disabled ? colours.text_disabled : colours.accent);
  }
  draw_label(ui, block, rect.x, rect, options.disabled);
  if (state.focused) {
    focus_ring(ui, track, radius::pill);
  }
  return state.clicked;
}

bool chip(Ui& ui, std::string_view key, std::string_view label, bool& on, Icon icon) {
  const Palette& colours = ui.theme.colours();
  const float size = ui.theme.icon() * 0.85f;
  const Icon shown = on ? Icon::check : icon;
  const float before = shown == Icon::none ? 0 : size + space::xs;
  const float words = text_width(ui, label, TextStyle::body);
  const float height = ui.theme.target();
  const Rect rect = ui.layout.place(ui, words + before + 2 * space::l, height);
  const uint32_t id = ui.id(key);
  const Press state = press(ui, Role::checkbox, id, label, rect, states_of(on, false));
  if (state.clicked) {
    on = !on;
  }
  const ToneColours& accent = ui.theme.tone(Tone::accent);
  const Rect pill = inset(rect, 0, 2);
  fill(pill, on ? accent.soft : state.hovered ? colours.hover : colours.surface, radius::pill);
  stroke(pill, on ? accent.text : colours.outline, radius::pill, on ? 2 : ui.theme.border());
  const Colour ink = on ? accent.text : colours.text;
  float x = rect.x + space::l;
  if (shown != Icon::none) {
    draw_icon(ui, shown, x, rect.y + (height - size) / 2, size, ink);
    x += before;
  }
  draw_line_within(ui, label, x, rect.y + (height - ui.theme.line_height(TextStyle::body)) / 2,
                   rect.x + rect.width - x - space::s, TextStyle::body, ink);
  if (state.focused) {
    focus_ring(ui, pill, radius::pill);
  }
  return state.clicked;
}

}  // namespace linli::ui
