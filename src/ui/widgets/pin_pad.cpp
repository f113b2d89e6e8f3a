#include "ui/widgets/pin_pad.h"

#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr std::string_view keys_in_order =
    "123456789\x01"
    "0\b";  // \x01 = no key

void draw_digits(Ui& ui, uint32_t id, std::string_view name, const std::string& digits,
                 const PinOptions& options) {
  const Palette& colours = ui.theme.colours();
  const Rect rect = ui.layout.place(ui, 0, ui.theme.line_height(TextStyle::figure) + space::m);
  const std::string said =
      ui.say(app::Str::widget_pin_digits, {{"count", std::to_string(digits.size())}});
  const int32_t node = record(ui, Role::status, mix_ids(id, "digits"), name, rect);
  ui.semantics.at(node).value = options.hidden ? said : digits;
  ui.semantics.at(node).name = std::string(name) + ": " + ui.semantics.at(node).value;
  fill({rect.x, rect.y + rect.height - 2, rect.width, 2},
       options.error.empty() ? colours.outline : ui.theme.tone(Tone::danger).text, 1);
  if (!options.hidden) {
    const float width = text_width(ui, digits, TextStyle::figure);
    draw_line(ui, digits, rect.x + (rect.width - width) / 2, rect.y, TextStyle::figure,
              colours.text);
    return;
  }
  const float size = ui.theme.body() * 0.8f;
  const float step = size * 1.6f;
  float x = rect.x + (rect.width - step * static_cast<float>(digits.size())) / 2;
  for (size_t i = 0; i < digits.size(); ++i, x += step) {
    fill({x + (step - size) / 2, rect.y + (rect.height - size) / 2, size, size}, colours.text,
         radius::pill);
  }
}

}  // namespace

bool pin_pad(Ui& ui, std::string_view key, std::string_view name, std::string& digits,
             const PinOptions& options) {
  const Palette& colours = ui.theme.colours();
  const uint32_t id = ui.id(key);
  const float high = ui.theme.control() * 1.35f;
  const float wide = std::min(ui.layout.room(), ui.theme.body() * 18);
  record_open(ui, Role::region, id, name, {});
  const std::string before = digits;
  {
    const Column column(ui, space::m, wide);
    draw_digits(ui, id, name, digits, options);
    if (!options.error.empty()) {
      const TextBlock block = lay_out_text(ui, options.error, TextStyle::body, wide);
      const Rect rect = ui.layout.place(ui, 0, block.height);
      record(ui, Role::alert, mix_ids(id, "error"), options.error, rect);
      draw_text_block(ui, block, rect.x, rect.y, TextStyle::body, ui.theme.tone(Tone::danger).text);
    }
    const Rect pad = ui.layout.place(ui, 0, high * 4);
    const float cell = pad.width / 3;
    for (size_t i = 0; i < keys_in_order.size(); ++i) {
      const char c = keys_in_order[i];
      if (c == '\x01') {
        continue;
      }
      const Rect rect{pad.x + cell * static_cast<float>(i % 3),
                      pad.y + high * static_cast<float>(i / 3), cell, high};
      const bool erases = c == '\b';
      const std::string label =
          erases ? std::string(ui.tr(app::Str::widget_backspace)) : std::string(1, c);
      const Press state =
          press(ui, Role::button, mix_ids(id, static_cast<uint32_t>(i) + 1), label, rect);
      const Rect face = inset(rect, space::xs);
      fill(face,
           state.held      ? ui.theme.tone(Tone::accent).soft
           : state.hovered ? colours.hover
                           : colours.sunken,
           radius::m);
      if (ui.theme.scheme == Scheme::contrast) {
        stroke(face, colours.outline, radius::m, 2);
      }
      if (erases) {
        draw_icon_in(ui, Icon::backspace, rect, ui.theme.icon() * 1.2f, colours.text);
      } else {
        const float width = text_width(ui, label, TextStyle::heading);
        draw_line(ui, label, rect.x + (cell - width) / 2,
                  rect.y + (high - ui.theme.line_height(TextStyle::heading)) / 2,
                  TextStyle::heading, colours.text);
      }
      if (state.focused) {
        focus_ring(ui, inset(face, 3), radius::m);
      }
      if (state.clicked && erases && !digits.empty()) {
        digits.pop_back();
      } else if (state.clicked && !erases && digits.size() < options.length_max) {
        digits += c;
      }
    }
  }
  ui.semantics.close();
  for (const char c : ui.typed) {
    if (c == '\b' && !digits.empty()) {
      digits.pop_back();
    } else if (c >= '0' && c <= '9' && digits.size() < options.length_max) {
      digits += c;
    }
  }
  if (digits != before) {
    ui.wants_frame = true;
  }
  return digits != before;
}

bool pin_entered(const Ui& ui) { return ui.typed.find('\n') != std::string_view::npos; }

}  // namespace linli::ui
