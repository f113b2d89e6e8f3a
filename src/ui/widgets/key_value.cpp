#include "ui/widgets/key_value.h"

#include <algorithm>
#include <string>

#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

Colour ink_of(const Ui& ui, Tone tone) {
  return tone == Tone::neutral ? ui.theme.colours().text : ui.theme.tone(tone).text;
}

}  // namespace

void key_value(Ui& ui, std::string_view key, std::string_view name, std::string_view value,
               Tone tone) {
  const Rect room = ui.layout.begin_item(ui, 0);
  const bool stacked = room.width < ui.theme.body() * 18;
  const float left = stacked ? room.width : std::min(room.width * 0.36f, ui.theme.body() * 11);
  const float right = stacked ? room.width : room.width - left - space::l;
  const TextBlock names = lay_out_text(ui, name, TextStyle::body, left);
  const TextBlock values = lay_out_text(ui, value, TextStyle::strong, right);
  const float height =
      stacked ? names.height + values.height : std::max(names.height, values.height);
  const Rect rect = ui.layout.place(ui, 0, height);
  std::string said(name);
  said += ": ";
  said += value;
  record(ui, Role::text, ui.id(key), said, rect);
  if (!visible(rect)) {
    return;
  }
  draw_text_block(ui, names, rect.x, rect.y, TextStyle::body, ui.theme.colours().text_soft);
  draw_text_block(ui, values, stacked ? rect.x : rect.x + left + space::l,
                  stacked ? rect.y + names.height : rect.y, TextStyle::strong, ink_of(ui, tone));
}

void figure(Ui& ui, std::string_view key, std::string_view name, std::string_view value,
            Tone tone) {
  const float width =
      std::max(text_width(ui, value, TextStyle::figure), text_width(ui, name, TextStyle::body));
  const Rect room = ui.layout.begin_item(ui, ui.layout.in_row() ? width : 0);
  const TextBlock names = lay_out_text(ui, name, TextStyle::body, room.width);
  const float line = ui.theme.line_height(TextStyle::figure);
  const Rect rect = ui.layout.place(ui, room.width, line + names.height);
  std::string said(name);
  said += ": ";
  said += value;
  record(ui, Role::text, ui.id(key), said, rect);
  draw_line_within(ui, value, rect.x, rect.y, rect.width + 1, TextStyle::figure, ink_of(ui, tone));
  draw_text_block(ui, names, rect.x, rect.y + line, TextStyle::body, ui.theme.colours().text_soft);
}

}  // namespace linli::ui
