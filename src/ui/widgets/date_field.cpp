#include "ui/widgets/date_field.h"

#include <algorithm>
#include <string>

#include "ui/overlay.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/opener.h"

namespace linli::ui {

namespace {

void centred(Ui& ui, std::string_view words, Rect rect, TextStyle style, Colour colour) {
  const float width = text_width(ui, words, style);
  draw_line(ui, words, rect.x + (rect.width - width) / 2,
            rect.y + (rect.height - ui.theme.line_height(style)) / 2, style, colour);
}

// A cell of a calendar or a clock.
bool cell(Ui& ui, uint32_t id, std::string_view name, std::string_view words, Rect rect, bool on,
          bool marked, bool enabled) {
  const Palette& colours = ui.theme.colours();
  const Press state = press(ui, Role::option, id, name, rect,
                            (on ? static_cast<uint32_t>(state_selected) : 0u) |
                                (marked ? static_cast<uint32_t>(state_current) : 0u) |
                                (enabled ? 0u : static_cast<uint32_t>(state_disabled)));
  const Rect face = inset(rect, 2);
  if (on) {
    fill(face, colours.accent, radius::s);
  } else if (state.hovered && enabled) {
    fill(face, colours.hover, radius::s);
  }
  if (marked && !on) {
    stroke(face, colours.accent, radius::s, 2);
  }
  centred(ui, words, rect, on || marked ? TextStyle::strong : TextStyle::body,
          on         ? colours.on_accent
          : !enabled ? colours.text_disabled
          : marked   ? ui.theme.tone(Tone::accent).text
                     : colours.text);
  if (state.focused) {
    focus_ring(ui, inset(face, 3), radius::s);
  }
  return state.clicked;
}

base::CivilDate month_after(base::CivilDate date, int32_t months) {
  const int32_t index = date.year * 12 + date.month - 1 + months;
  return {index / 12, index % 12 + 1, 1};
}

// Draws the month that memory holds and returns the day that was pressed.
std::optional<base::Day> draw_month(Ui& ui, uint32_t id, std::optional<base::Day> chosen,
                                    base::Day today, const DateOptions& options) {
  Memory::Slot& slot = ui.memory.at(mix_ids(id, "month"));
  if (slot.whole == 0) {
    const base::CivilDate start = base::civil_of(chosen.value_or(today));
    slot.whole = start.year * 12 + start.month - 1;
  }
  const base::CivilDate month{static_cast<int32_t>(slot.whole / 12),
                              static_cast<int32_t>(slot.whole % 12) + 1, 1};
  {
    const Row row(ui, {.gap = space::s, .wrap = false});
    if (icon_button(ui, "before", ui.tr(app::Str::widget_previous_month), Icon::back)) {
      --slot.whole;
      ui.wants_frame = true;
    }
    const float side = ui.theme.control() + space::s;
    const Rect title = ui.layout.place(ui, ui.layout.room() - side, ui.theme.control());
    const std::string words = app::month_text(month, ui.language);
    centred(ui, words, title, TextStyle::strong, ui.theme.colours().text);
    record(ui, Role::status, mix_ids(id, "title"), words, title);
    if (icon_button(ui, "after", ui.tr(app::Str::widget_next_month), Icon::caret_right)) {
      ++slot.whole;
      ui.wants_frame = true;
    }
  }
  const base::Day first = base::day_of(month);
  const int32_t count = base::day_of(month_after(month, 1)).number - first.number;
  const int32_t shift = base::weekday_of(first) - 1;
  const float high = ui.theme.target();
  const float head = ui.theme.line_height(TextStyle::caption) + space::xs;
  const auto weeks = static_cast<float>((shift + count + 6) / 7);
  const Rect grid = ui.layout.place(ui, 0, head + high * weeks);
  const float wide = grid.width / 7;
  for (int32_t i = 0; i < 7; ++i) {
    centred(ui, app::weekday_text(i + 1, ui.language),
            {grid.x + wide * static_cast<float>(i), grid.y, wide, head}, TextStyle::caption,
            ui.theme.colours().text_soft);
  }
  std::optional<base::Day> pressed;
  for (int32_t i = 0; i < count; ++i) {
    const base::Day day{first.number + i};
    const int32_t at = shift + i;
    const Rect rect{grid.x + wide * static_cast<float>(at % 7),
                    grid.y + head + high * static_cast<float>(at / 7), wide, high};
    const bool enabled =
        !(options.least && day < *options.least) && !(options.most && *options.most < day);
    if (cell(ui, mix_ids(id, static_cast<uint32_t>(day.number)),
             app::full_day_text(day, ui.language), std::to_string(i + 1), rect, chosen == day,
             day == today, enabled)) {
      pressed = day;
    }
  }
  return pressed;
}

// Cells in lines of `columns`; returns the value that was pressed.
std::optional<int32_t> draw_cells(Ui& ui, uint32_t id, app::Str name, int32_t first, int32_t last,
                                  int32_t step, int columns, std::optional<int32_t> chosen) {
  const std::string_view words = ui.tr(name);
  const float line = ui.theme.line_height(TextStyle::caption);
  const Rect title = ui.layout.place(ui, 0, line);
  draw_line(ui, words, title.x, title.y, TextStyle::caption, ui.theme.colours().text_soft);
  const int32_t count = (last - first) / step + 1;
  const float high = ui.theme.target();
  const Rect grid =
      ui.layout.place(ui, 0, high * static_cast<float>((count + columns - 1) / columns));
  const float wide = grid.width / static_cast<float>(columns);
  std::optional<int32_t> pressed;
  for (int32_t i = 0; i < count; ++i) {
    const int32_t value = first + i * step;
    std::string label = std::to_string(value);
    if (label.size() < 2) {
      label.insert(0, "0");
    }
    const Rect rect{grid.x + wide * static_cast<float>(i % columns),
                    grid.y + high * static_cast<float>(i / columns), wide, high};
    std::string said = label + " ";
    said += words;
    if (cell(ui, mix_ids(mix_ids(id, words), static_cast<uint32_t>(value)), said, label, rect,
             chosen == value, false, true)) {
      pressed = value;
    }
  }
  return pressed;
}

FieldFrame frame_of(Ui& ui, uint32_t id, std::string_view label, std::string_view hint,
                    std::string_view error, bool required) {
  return FieldFrame(ui, id, label,
                    {.hint = hint,
                     .error = error,
                     .required = required,
                     .width = ui.layout.in_row() ? ui.theme.body() * 13 : 0,
                     .height = ui.theme.control()});
}

}  // namespace

bool date_field(Ui& ui, std::string_view key, std::string_view label, std::optional<base::Day>& day,
                base::Day today, const DateOptions& options) {
  const uint32_t id = ui.id(key);
  const FieldFrame frame = frame_of(ui, id, label, options.hint, options.error, options.required);
  const std::string words =
      day ? app::day_text(*day, today, ui.language) : std::string(ui.tr(app::Str::widget_choose));
  Opener opener(ui, id, label, frame.box(),
                {.words = words,
                 .empty = !day,
                 .icon = Icon::calendar,
                 .required = options.required,
                 .error = options.error,
                 .hint = options.hint});
  if (!opener.open()) {
    ui.memory.at(mix_ids(id, "month")).whole = 0;
    return false;
  }
  const uint32_t list = mix_ids(id, "list");
  const Rect rect = popover_rect(ui, list, frame.box(), ui.theme.body() * 21, 640);
  const Overlay overlay(ui, list, rect,
                        {.scrim = ui.phone(), .padding = space::m, .gap = space::s});
  const std::optional<base::Day> pressed = draw_month(ui, id, day, today, options);
  if (pressed || overlay.dismissed()) {
    opener.close();
  }
  if (!pressed || pressed == day) {
    return false;
  }
  day = pressed;
  return true;
}

bool time_field(Ui& ui, std::string_view key, std::string_view label,
                std::optional<int32_t>& minute, const TimeOptions& options) {
  const uint32_t id = ui.id(key);
  const FieldFrame frame = frame_of(ui, id, label, {}, options.error, options.required);
  const std::string words =
      minute ? base::minute_text(*minute) : std::string(ui.tr(app::Str::widget_choose));
  Opener opener(ui, id, label, frame.box(),
                {.words = words,
                 .empty = !minute,
                 .icon = Icon::clock,
                 .required = options.required,
                 .error = options.error});
  if (!opener.open()) {
    return false;
  }
  const uint32_t list = mix_ids(id, "list");
  const Rect rect = popover_rect(ui, list, frame.box(), ui.theme.body() * 19, 640);
  const Overlay overlay(ui, list, rect,
                        {.scrim = ui.phone(), .padding = space::m, .gap = space::s});
  const std::optional<int32_t> before = minute;
  const std::optional<int32_t> hour = minute ? std::optional(*minute / 60) : std::nullopt;
  const std::optional<int32_t> rest = minute ? std::optional(*minute % 60) : std::nullopt;
  if (const auto pressed = draw_cells(ui, id, app::Str::widget_hour, options.first_hour,
                                      options.last_hour, 1, 6, hour)) {
    minute = *pressed * 60 + rest.value_or(0);
  }
  if (const auto pressed =
          draw_cells(ui, id, app::Str::widget_minute, 0, 59, options.minute_step, 6, rest)) {
    minute = hour.value_or(options.first_hour) * 60 + *pressed;
    opener.close();
  }
  if (overlay.dismissed()) {
    opener.close();
  }
  return minute != before;
}

}  // namespace linli::ui
