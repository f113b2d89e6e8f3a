#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/chart_frame.h"

namespace linli::ui {

void bar_list(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<std::string>& labels, const Series& series,
              const ChartOptions& options) {
  const TextStyle style = TextStyle::body;
  const float line = ui.theme.line_height(style);
  const float bar = ui.theme.body() * 0.5f;
  const float step = line + bar + space::m;
  const size_t count = std::min(labels.size(), series.values.size());
  const Rect rect = ui.layout.place(ui, 0, step * static_cast<float>(count));
  record_chart(ui, ui.id(key), name, rect, labels, {series}, options);
  int64_t most = 1;
  for (const std::optional<int64_t>& value : series.values) {
    most = std::max(most, value.value_or(0));
  }
  for (size_t i = 0; i < count; ++i) {
    const Rect row{rect.x, rect.y + step * static_cast<float>(i), rect.width, step};
    if (!visible(row)) {
      continue;
    }
    const std::optional<int64_t> value = series.values[i];
    const std::string words = value ? say_value(options, *value) : std::string();
    const float width = text_width(ui, words, style) + 1;
    draw_line_within(ui, labels[i], row.x, row.y, row.width - width - space::m, style,
                     ui.theme.colours().text);
    draw_line(ui, words, row.x + row.width - width, row.y, style, ui.theme.colours().text_soft);
    const Rect track{row.x, row.y + line, row.width, bar};
    fill(track, ui.theme.colours().hover, radius::pill);
    if (!value) {
      continue;
    }
    const float part = static_cast<float>(*value) / static_cast<float>(most);
    fill({track.x, track.y, std::max(bar, track.width * part), bar}, series_colour(ui, 0),
         radius::pill);
  }
}

}  // namespace linli::ui
