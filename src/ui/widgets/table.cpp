#include "ui/widgets/table.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"

namespace linli::ui {

namespace {

struct Frame {
  Ui& ui;
  uint32_t id;
  const std::vector<TableColumn>& columns;
  const TableRows& rows;
  Rect rect;
  std::vector<float> left;
  std::vector<float> width;
  float head = 0;
  float row = 0;
};

Rect clip_rect() {
  const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void set_columns(Frame& frame) {
  float all = 0;
  for (const TableColumn& column : frame.columns) {
    all += column.share;
  }
  float x = frame.rect.x;
  for (const TableColumn& column : frame.columns) {
    const float width = frame.rect.width * column.share / std::max(0.01f, all);
    frame.left.push_back(x);
    frame.width.push_back(width);
    x += width;
  }
}

void draw_head(Frame& frame, TableSort& sort) {
  Ui& ui = frame.ui;
  const Palette& colours = ui.theme.colours();
  const Rect clip = clip_rect();
  const float lowest = frame.rect.y + frame.rect.height - frame.head;
  const Rect head{frame.rect.x, std::clamp(clip.y, frame.rect.y, std::max(frame.rect.y, lowest)),
                  frame.rect.width, frame.head};
  fill(head, colours.sunken, radius::s);
  record_open(ui, Role::row, mix_ids(frame.id, "head"), {}, head);
  const TextStyle style = TextStyle::caption;
  const float line = ui.theme.line_height(style);
  for (size_t i = 0; i < frame.columns.size(); ++i) {
    const TableColumn& column = frame.columns[i];
    const bool sorted = sort.column == static_cast<int>(i);
    const Rect cell{frame.left[i], head.y, frame.width[i], head.height};
    const uint32_t id = mix_ids(frame.id, static_cast<uint32_t>(i) + 1);
    const int32_t node = record_open(ui, Role::column_header, id, column.title, cell);
    if (sorted) {
      ui.semantics.at(node).value =
          ui.tr(sort.descending ? app::Str::widget_sort_down : app::Str::widget_sort_up);
    }
    float right = 0;
    if (column.sortable) {
      const Press state = press(ui, Role::button, mix_ids(id, "sort"), column.title, cell);
      if (state.hovered) {
        fill(inset(cell, 2), colours.hover, radius::s);
      }
      if (state.clicked) {
        sort.descending = sorted && !sort.descending;
        sort.column = static_cast<int>(i);
        ui.wants_frame = true;
      }
      if (state.focused) {
        focus_ring(ui, inset(cell, 5), radius::s);
      }
      right = line * 0.8f + space::xs;
    }
    ui.semantics.close();
    const float room = cell.width - 2 * space::m - right;
    const float words = std::min(room, text_width(ui, column.title, style));
    const float x =
        column.numeric ? cell.x + cell.width - space::m - right - words : cell.x + space::m;
    draw_line_within(ui, column.title, x, cell.y + (cell.height - line) / 2, words + 1, style,
                     sorted ? ui.theme.tone(Tone::accent).text : colours.text_soft);
    if (column.sortable) {
      const float size = line * 0.8f;
      draw_icon(ui,
                !sorted           ? Icon::caret_down
                : sort.descending ? Icon::arrow_down
                                  : Icon::arrow_up,
                x + words + space::xs, cell.y + (cell.height - size) / 2, size,
                sorted ? ui.theme.tone(Tone::accent).text : colours.text_disabled);
    }
  }
  ui.semantics.close();
}

void draw_cell(Ui& ui, const TableCell& cell, Rect rect, bool numeric, TextStyle style) {
  if (cell.badge && !cell.words.empty()) {
    const float high = ui.theme.line_height(TextStyle::caption) + space::s;
    draw_badge(ui, cell.words, cell.tone, Icon::none,
               {rect.x, rect.y + (rect.height - high) / 2,
                std::min(rect.width, badge_width(ui, cell.words)), high});
    return;
  }
  const float line = ui.theme.line_height(style);
  const float words =
      numeric ? std::min(rect.width, text_width(ui, cell.words, style)) : rect.width;
  draw_line_within(
      ui, cell.words, numeric ? rect.x + rect.width - words : rect.x,
      rect.y + (rect.height - line) / 2, words + 1, style,
      cell.tone == Tone::neutral ? ui.theme.colours().text : ui.theme.tone(cell.tone).text);
}

std::string row_name(const std::vector<TableCell>& cells) {
  std::string name;
  for (const TableCell& cell : cells) {
    if (!cell.words.empty()) {
      name += name.empty() ? "" : ", ";
      name += cell.words;
    }
  }
  return name;
}

std::vector<TableCell> cells_of(const Frame& frame, int64_t row) {
  std::vector<TableCell> cells;
  for (size_t i = 0; i < frame.columns.size(); ++i) {
    cells.push_back(frame.rows.cell(row, i));
  }
  return cells;
}

// One row as a line of cells; true when pressed.
bool draw_line_row(const Frame& frame, int64_t row, Rect rect) {
  Ui& ui = frame.ui;
  const std::vector<TableCell> cells = cells_of(frame, row);
  const uint32_t id = mix_ids(frame.id, frame.rows.key(row));
  const int32_t node = record_open(ui, Role::row, mix_ids(id, "row"), {}, rect);
  ui.semantics.at(node).level = static_cast<int32_t>(row) + 1;
  const Press state = touch(ui, id, rect);
  if (state.hovered || state.held) {
    fill(rect, ui.theme.colours().hover, radius::s);
  }
  fill({rect.x, rect.y + rect.height - 1, rect.width, 1}, ui.theme.colours().line);
  for (size_t i = 0; i < cells.size(); ++i) {
    const Rect cell{frame.left[i] + space::m, rect.y, frame.width[i] - 2 * space::m, rect.height};
    const int32_t said = record_open(ui, Role::cell, mix_ids(id, static_cast<uint32_t>(i) + 1),
                                     cells[i].words, cell);
    static_cast<void>(said);
    if (i == 0) {
      // The first cell's words are the row's button, so that the keyboard stops once per row.
      record(ui, Role::button, id, row_name(cells), rect);
    }
    ui.semantics.close();
    draw_cell(ui, cells[i], cell, frame.columns[i].numeric, TextStyle::body);
  }
  ui.semantics.close();
  if (state.focused) {
    focus_ring(ui, inset(rect, 4), radius::s);
  }
  return state.clicked;
}

// One row as a card: the first column is its title, the others are lines below.
bool draw_card_row(const Frame& frame, int64_t row, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& colours = ui.theme.colours();
  const std::vector<TableCell> cells = cells_of(frame, row);
  const uint32_t id = mix_ids(frame.id, frame.rows.key(row));
  const int32_t node = record_open(ui, Role::list_item, mix_ids(id, "row"), {}, rect);
  ui.semantics.at(node).level = static_cast<int32_t>(row) + 1;
  ui.semantics.at(node).set_size = static_cast<int32_t>(frame.rows.count);
  const Press state = press(ui, Role::button, id, row_name(cells), rect);
  ui.semantics.close();
  const Rect card{rect.x, rect.y, rect.width, rect.height - space::s};
  fill(card, state.hovered || state.held ? colours.hover : colours.surface, radius::m);
  stroke(card, colours.line, radius::m, ui.theme.border());
  const float line = ui.theme.line_height(TextStyle::body);
  Rect at{card.x + space::l, card.y + space::m, card.width - 2 * space::l, line};
  for (size_t i = 0; i < cells.size(); ++i, at.y += line) {
    if (i == 0) {
      draw_cell(ui, cells[i], at, false, TextStyle::strong);
      continue;
    }
    const float left = at.width * 0.4f;
    draw_line_within(ui, frame.columns[i].title, at.x, at.y, left - space::s, TextStyle::body,
                     colours.text_soft);
    draw_cell(ui, cells[i], {at.x + left, at.y, at.width - left, line}, false, TextStyle::body);
  }
  if (state.focused) {
    focus_ring(ui, inset(card, 2), radius::m);
  }
  return state.clicked;
}

}  // namespace

int64_t table(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<TableColumn>& columns, TableSort& sort, const TableRows& rows) {
  const bool cards = ui.phone();
  Frame frame{ui, ui.id(key), columns, rows, {}, {}, {}};
  const float line = ui.theme.line_height(TextStyle::body);
  frame.head = cards ? 0 : ui.theme.target();
  frame.row = cards ? line * static_cast<float>(columns.size()) + 2 * space::m + space::s
                    : std::max(ui.theme.target() + space::s, line + 2 * space::m);
  frame.rect = ui.layout.place(ui, 0, frame.head + frame.row * static_cast<float>(rows.count));
  set_columns(frame);
  const int32_t node =
      record_open(ui, cards ? Role::list : Role::table, frame.id, name, frame.rect);
  ui.semantics.at(node).set_size = static_cast<int32_t>(rows.count);
  const Rect clip = clip_rect();
  const float top = frame.rect.y + frame.head;
  const auto first = static_cast<int64_t>(
      std::clamp(std::floor((clip.y - top) / frame.row), 0.0f, static_cast<float>(rows.count)));
  const auto last = static_cast<int64_t>(std::clamp(
      std::ceil((clip.y + clip.height - top) / frame.row), 0.0f, static_cast<float>(rows.count)));
  if (rows.need && last > first) {
    rows.need(first, last);
  }
  int64_t pressed = -1;
  for (int64_t row = first; row < last; ++row) {
    const Rect rect{frame.rect.x, top + frame.row * static_cast<float>(row), frame.rect.width,
                    frame.row};
    if (cards ? draw_card_row(frame, row, rect) : draw_line_row(frame, row, rect)) {
      pressed = row;
    }
  }
  if (!cards) {
    draw_head(frame, sort);
  }
  ui.semantics.close();
  return pressed;
}

}  // namespace linli::ui
