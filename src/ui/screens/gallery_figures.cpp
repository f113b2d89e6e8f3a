#include "app/app.h"
#include "ui/screens/gallery_screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/heading.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int64_t table_rows = 10000;

std::vector<std::string> month_labels(Ui& ui) {
  std::vector<std::string> labels;
  for (int32_t month = 1; month <= 12; ++month) {
    labels.push_back(std::to_string(month) + std::string(ui.tr(Str::widget_month)));
  }
  return labels;
}

// Figures that look like a year and are the same on every device.
Series series_of(std::string_view name, int64_t seed, size_t count) {
  Series series;
  series.name = name;
  int64_t value = seed;
  for (size_t i = 0; i < count; ++i) {
    value = (value * 37 + 11) % 101;
    series.values.push_back(value * 6 + 120);
  }
  return series;
}

}  // namespace

void GalleryScreen::draw_charts(Ui& ui) {
  const std::vector<std::string> months = month_labels(ui);
  const ChartOptions hours{
      .say = [&ui](int64_t minutes) { return app::hours_text(minutes, ui.language); }, .unit = 60};
  Grid grid(ui, 460);
  {
    const Card card(ui);
    heading(ui, "bars", ui.tr(Str::gallery_bars), 3);
    bar_chart(ui, "bars-chart", ui.tr(Str::gallery_bars), months,
              {series_of(ui.tr(Str::gallery_kind_1), 3, 12)}, hours);
  }
  {
    const Card card(ui);
    heading(ui, "shares", ui.tr(Str::gallery_shares), 3);
    std::vector<std::string> kinds;
    for (const Str kind : {Str::gallery_kind_1, Str::gallery_kind_2, Str::gallery_kind_3}) {
      kinds.emplace_back(ui.tr(kind));
    }
    bar_list(ui, "shares-list", ui.tr(Str::gallery_shares), kinds,
             series_of(ui.tr(Str::gallery_kind_1), 9, 3), hours);
  }
  {
    const Card card(ui);
    heading(ui, "lines", ui.tr(Str::gallery_lines), 3);
    std::vector<Series> two = {series_of(ui.tr(Str::gallery_kind_1), 5, 12),
                               series_of(ui.tr(Str::gallery_kind_2), 17, 12)};
    two[1].values[6].reset();
    line_chart(ui, "lines-chart", ui.tr(Str::gallery_lines), months, two);
  }
  {
    const Card card(ui);
    heading(ui, "stacked", ui.tr(Str::gallery_stacked), 3);
    bar_chart(ui, "stacked-chart", ui.tr(Str::gallery_stacked), months,
              {series_of(ui.tr(Str::gallery_kind_1), 7, 12),
               series_of(ui.tr(Str::gallery_kind_2), 23, 12),
               series_of(ui.tr(Str::gallery_kind_3), 31, 12)},
              {.stacked = true});
  }
  {
    const Card card(ui);
    heading(ui, "heat", ui.tr(Str::gallery_heat), 3);
    std::vector<Series> rows;
    for (int32_t day = 1; day <= 7; ++day) {
      rows.push_back(series_of(app::weekday_text(day, ui.language), day * 13, 10));
      rows.back().values[0].reset();
    }
    std::vector<std::string> clock;
    for (int hour = 8; hour < 18; ++hour) {
      clock.push_back(std::to_string(hour));
    }
    heat_map(ui, "heat-map", ui.tr(Str::gallery_heat), clock, rows);
  }
}

void GalleryScreen::draw_table(Ui& ui) {
  const Card card(ui);
  heading(ui, "table-title", ui.tr(Str::gallery_table));
  const std::vector<TableColumn> columns = {
      {.title = std::string(ui.tr(Str::gallery_name)), .share = 2, .sortable = true},
      {.title = std::string(ui.tr(Str::gallery_kind)), .share = 2},
      {.title = std::string(ui.tr(Str::gallery_state)), .share = 1.4f},
      {.title = std::string(ui.tr(Str::gallery_duration)),
       .share = 1,
       .sortable = true,
       .numeric = true}};
  TableRows rows;
  rows.count = table_rows;
  rows.key = [](int64_t row) { return std::to_string(row); };
  rows.cell = [&](int64_t row, size_t column) -> TableCell {
    const int64_t number = sort_.descending ? table_rows - row : row + 1;
    switch (column) {
      case 0:
        return {std::string(ui.tr(Str::gallery_person)) + " " + app::number_text(number)};
      case 1:
        return {std::string(ui.tr(Str::gallery_need))};
      case 2:
        return number % 3 == 0
                   ? TableCell{std::string(ui.tr(Str::gallery_state_2)), Tone::warning, true}
                   : TableCell{std::string(ui.tr(Str::gallery_state_1)), Tone::success, true};
      default:
        return {app::hours_text(number % 16 * 15, ui.language)};
    }
  };
  const int64_t pressed = table(ui, "table", ui.tr(Str::gallery_table), columns, sort_, rows);
  if (pressed >= 0) {
    ui.toasts.add(rows.cell(pressed, 0).words, Tone::info);
  }
}

}  // namespace linli::ui
