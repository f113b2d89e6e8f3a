#include "ui/widgets/link.h"

#include <algorithm>
#include <string>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"

namespace linli::ui {

void link(Ui& ui, std::string_view key, std::string_view words, std::string_view route) {
  const float width = text_width(ui, words, TextStyle::body);
  const Rect rect = ui.layout.place(ui, width, ui.theme.target());
  const Press state = press(ui, Role::link, ui.id(key), words, rect);
  const Colour ink = ui.theme.tone(Tone::accent).text;
  const float line = ui.theme.line_height(TextStyle::body);
  const float y = rect.y + (rect.height - line) / 2;
  draw_line_within(ui, words, rect.x, y, rect.width + 1, TextStyle::body, ink);
  fill({rect.x, y + line - 3, std::min(rect.width, width), state.hovered ? 2.0f : 1.0f}, ink);
  if (state.focused) {
    focus_ring(ui, inset(rect, 0, 6), radius::s);
  }
  if (state.clicked) {
    ui.go(std::string(route));
  }
}

void back_link(Ui& ui, std::string_view words, std::string_view route) {
  const float icon = ui.theme.icon();
  const float width = icon + space::s + text_width(ui, words, TextStyle::body) + 1;
  const Rect rect = ui.layout.place(ui, width, ui.theme.target());
  const Press state = press(ui, Role::link, ui.id("back"), words, rect);
  const Colour ink = ui.theme.tone(Tone::accent).text;
  const float line = ui.theme.line_height(TextStyle::body);
  const float y = rect.y + (rect.height - line) / 2;
  const float x = rect.x + icon + space::s;
  draw_icon(ui, Icon::back, rect.x, rect.y + (rect.height - icon) / 2, icon, ink);
  draw_line_within(ui, words, x, y, rect.x + rect.width - x, TextStyle::body, ink);
  if (state.hovered) {
    fill({x, y + line - 3, rect.x + rect.width - x, 1}, ink);
  }
  if (state.focused) {
    focus_ring(ui, inset(rect, 0, 6), radius::s);
  }
  if (state.clicked) {
    ui.go(std::string(route));
  }
}

bool show_more(Ui& ui, std::string_view key, long long left) {
  if (left <= 0) {
    return false;
  }
  const Row row(ui, {.align = Align::center});
  return button(ui, key, ui.say(app::Str::widget_show_more, {{"count", app::number_text(left)}}),
                {.kind = ButtonKind::quiet, .icon = Icon::caret_down});
}

}  // namespace linli::ui
