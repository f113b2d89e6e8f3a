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

constexpr int32_t second_lines_most = 2;

// Where a row's words begin and how wide they and what stands at the end may be.
struct Columns {
  float x = 0;
  float title = 0;
  float second = 0;  // on a phone the quieter words go on below what stands at the end
  float end = 0;
};

float picture_size(const Ui& ui) { return ui.theme.body() * 2.4f; }
float chevron_size(const Ui& ui) { return ui.theme.icon() * 0.8f; }

Columns columns_of(Ui& ui, const RowOptions& options, Rect row) {
  Columns columns;
  columns.x = row.x + space::m;
  if (!options.avatar.empty() || options.icon != Icon::none) {
    columns.x += picture_size(ui) + space::m;
  }
  float right = row.x + row.width - space::m;
  if (options.opens) {
    right -= chevron_size(ui) + space::s;
  }
  if (!options.end.empty()) {
    columns.end = std::min(text_width(ui, options.end, TextStyle::strong) + 1,
                           std::max(0.0f, (right - columns.x) * 0.5f));
    columns.second = ui.phone() ? right - columns.x : 0;
    right -= columns.end + space::m;
  }
  columns.title = std::max(1.0f, right - columns.x);
  columns.second = std::max(columns.second, columns.title);
  return columns;
}

Press record_row(Ui& ui, uint32_t id, std::string_view name, Rect rect, const RowOptions& options) {
  const uint32_t selected = options.selected ? static_cast<uint32_t>(state_selected) : 0u;
  Press state;
  int32_t item = 0;
  if (options.opens) {
    item = record_open(ui, Role::list_item, mix_ids(id, "item"), {}, rect);
    state = press(ui, Role::button, id, name, rect, selected);
    ui.semantics.close();
  } else {
    item = record(ui, Role::list_item, id, name, rect, selected);
  }
  ui.semantics.at(item).level = options.position;
  ui.semantics.at(item).set_size = options.set_size;
  return state;
}

void draw_front(Ui& ui, const RowOptions& options, Rect rect) {
  const float size = picture_size(ui);
  const Rect circle{rect.x + space::m, rect.y + (rect.height - size) / 2, size, size};
  if (!options.avatar.empty()) {
    draw_avatar(ui, options.avatar, circle.x, circle.y, size);
  } else if (options.icon != Icon::none) {
    fill(circle, ui.theme.tone(Tone::accent).soft, radius::pill);
    draw_icon_in(ui, options.icon, circle, ui.theme.icon(), ui.theme.tone(Tone::accent).text);
  }
}

void draw_end(Ui& ui, const RowOptions& options, Rect rect, const Columns& columns, float top) {
  const float middle = rect.y + rect.height / 2;
  if (options.opens) {
    const float chevron = chevron_size(ui);
    draw_icon(ui, Icon::caret_right, rect.x + rect.width - space::m - chevron, middle - chevron / 2,
              chevron, ui.theme.colours().text_soft);
  }
  if (!options.end.empty()) {
    const Colour ink = options.end_tone == Tone::neutral ? ui.theme.colours().text
                                                         : ui.theme.tone(options.end_tone).text;
    const float line = ui.theme.line_height(TextStyle::strong);
    draw_line_within(ui, options.end, columns.x + columns.title + space::m,
                     ui.phone() ? top : middle - line / 2, columns.end, TextStyle::strong, ink);
  }
}

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

float list_row_height(Ui& ui, int32_t second_lines) {
  const float words = ui.theme.line_height(TextStyle::strong) +
                      ui.theme.line_height(TextStyle::caption) * static_cast<float>(second_lines);
  return std::max(
      {words + 2 * space::m, ui.theme.body() * 2.4f + 2 * space::s, ui.theme.target() + space::s});
}

bool list_row(Ui& ui, std::string_view key, std::string_view title, const RowOptions& options) {
  const Columns columns = columns_of(ui, options, ui.layout.begin_item(ui, 0));
  TextBlock second;
  if (!options.second.empty()) {
    second = lay_out_text(ui, options.second, TextStyle::caption, columns.second,
                          options.second_lines > 0 ? options.second_lines : second_lines_most);
  }
  const int32_t lines =
      options.second_lines > 0 ? options.second_lines : static_cast<int32_t>(second.lines.size());
  const Rect rect = ui.layout.place(ui, 0, list_row_height(ui, lines));
  const uint32_t id = ui.id(key);
  const Press state = record_row(ui, id, name_of(title, options), rect, options);
  if (!visible(rect)) {
    return state.clicked;
  }
  if (options.selected || state.hovered || state.held) {
    fill(rect, options.selected ? ui.theme.tone(Tone::accent).soft : ui.theme.colours().hover,
         radius::m);
  }
  draw_front(ui, options, rect);
  const float first = ui.theme.line_height(TextStyle::strong);
  const float top = rect.y + (rect.height - first - second.height) / 2;
  draw_end(ui, options, rect, columns, top);
  draw_line_within(ui, title, columns.x, top, columns.title, TextStyle::strong,
                   ui.theme.colours().text);
  draw_text_block(ui, second, columns.x, top + first, TextStyle::caption,
                  ui.theme.colours().text_soft);
  if (state.focused) {
    focus_ring(ui, inset(rect, 4), radius::m);
  }
  return state.clicked;
}

}  // namespace linli::ui
