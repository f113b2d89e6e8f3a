#include "ui/widgets/list_row.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

List::List(Ui& ui, std::string_view key, std::string_view name) : ui_(ui) {
  record_open(ui, Role::list, ui.id(key), name, {});
  ui.push_key(key);
  ui.layout.begin_column(ui, 0);
}

List::~List() {
  ui_.layout.end_column(ui_);
  ui_.pop_key();
  ui_.semantics.close();
}

void draw_avatar(Ui& ui, std::string_view name, float x, float y, float size) {
  static constexpr Tone tones[] = {Tone::accent, Tone::success, Tone::warning, Tone::danger,
                                   Tone::info};
  const ToneColours& tone = ui.theme.tone(tones[mix_ids(7, name) % 5]);
  const Rect circle{x, y, size, size};
  fill(circle, tone.soft, radius::pill);
  if (ui.theme.scheme == Scheme::contrast) {
    stroke(circle, tone.text, radius::pill, 2);
  }
  const std::string_view first = base::head_code_points(name, 1);
  const float width = text_width(ui, first, TextStyle::strong);
  draw_line(ui, first, x + (size - width) / 2,
            y + (size - ui.theme.line_height(TextStyle::strong)) / 2, TextStyle::strong, tone.text);
}

namespace {

std::string name_of(std::string_view title, const RowOptions& options) {
  std::string name(title);
  for (const std::string_view more : {options.second, options.end}) {
    if (!more.empty()) {
      name += ", ";
      name += more;
    }
  }
  return name;
}

}  // namespace

float list_row_height(Ui& ui, bool second) {
  const float words = ui.theme.line_height(TextStyle::strong) +
                      (second ? ui.theme.line_height(TextStyle::caption) : 0);
  return std::max(
      {words + 2 * space::m, ui.theme.body() * 2.4f + 2 * space::s, ui.theme.target() + space::s});
}

bool list_row(Ui& ui, std::string_view key, std::string_view title, const RowOptions& options) {
  const Palette& colours = ui.theme.colours();
  const float first = ui.theme.line_height(TextStyle::strong);
  const float second = options.second.empty() ? 0 : ui.theme.line_height(TextStyle::caption);
  const float picture = ui.theme.body() * 2.4f;
  const float height = list_row_height(ui, second > 0);
  const Rect rect = ui.layout.place(ui, 0, height);
  const uint32_t id = ui.id(key);
  const uint32_t selected = options.selected ? static_cast<uint32_t>(state_selected) : 0u;
  const std::string name = name_of(title, options);
  Press state;
  if (options.opens) {
    const int32_t item = record_open(ui, Role::list_item, mix_ids(id, "item"), {}, rect);
    ui.semantics.at(item).level = options.position;
    ui.semantics.at(item).set_size = options.set_size;
    state = press(ui, Role::button, id, name, rect, selected);
    ui.semantics.close();
  } else {
    const int32_t item = record(ui, Role::list_item, id, name, rect, selected);
    ui.semantics.at(item).level = options.position;
    ui.semantics.at(item).set_size = options.set_size;
  }
  if (!visible(rect)) {
    return state.clicked;
  }
  if (options.selected || state.hovered || state.held) {
    fill(rect, options.selected ? ui.theme.tone(Tone::accent).soft : colours.hover, radius::m);
  }
  float x = rect.x + space::m;
  float right = rect.x + rect.width - space::m;
  const float middle = rect.y + rect.height / 2;
  if (!options.avatar.empty()) {
    draw_avatar(ui, options.avatar, x, middle - picture / 2, picture);
    x += picture + space::m;
  } else if (options.icon != Icon::none) {
    const Rect circle{x, middle - picture / 2, picture, picture};
    fill(circle, ui.theme.tone(Tone::accent).soft, radius::pill);
    draw_icon_in(ui, options.icon, circle, ui.theme.icon(), ui.theme.tone(Tone::accent).text);
    x += picture + space::m;
  }
  if (options.opens) {
    const float chevron = ui.theme.icon() * 0.8f;
    right -= chevron;
    draw_icon(ui, Icon::caret_right, right, middle - chevron / 2, chevron, colours.text_soft);
    right -= space::s;
  }
  if (!options.end.empty()) {
    const float width =
        std::min(text_width(ui, options.end, TextStyle::strong), (right - x) * 0.5f);
    right -= width;
    const Colour ink =
        options.end_tone == Tone::neutral ? colours.text : ui.theme.tone(options.end_tone).text;
    draw_line_within(ui, options.end, right, middle - first / 2, width + 1, TextStyle::strong, ink);
    right -= space::m;
  }
  const float top = middle - (first + second) / 2;
  draw_line_within(ui, title, x, top, right - x, TextStyle::strong, colours.text);
  if (second > 0) {
    draw_line_within(ui, options.second, x, top + first, right - x, TextStyle::caption,
                     colours.text_soft);
  }
  if (state.focused) {
    focus_ring(ui, inset(rect, 4), radius::m);
  }
  return state.clicked;
}

}  // namespace linli::ui
