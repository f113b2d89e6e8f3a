#include <algorithm>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"
#include "ui/widgets/chart_frame.h"

namespace linli::ui {

namespace {

int64_t highest(const std::vector<Series>& series, size_t labels, bool stacked) {
  int64_t most = 1;
  for (size_t i = 0; i < labels; ++i) {
    int64_t sum = 0;
    for (const Series& one : series) {
      const int64_t value = i < one.values.size() ? one.values[i].value_or(0) : 0;
      sum = stacked ? sum + value : std::max(sum, value);
    }
    most = std::max(most, sum);
  }
  return most;
}

}  // namespace

void bar_chart(Ui& ui, std::string_view key, std::string_view name,
               const std::vector<std::string>& labels, const std::vector<Series>& series,
               const ChartOptions& options) {
  const Rect rect = ui.layout.place(ui, 0, options.height);
  const uint32_t id = ui.id(key);
  record_chart(ui, id, name, rect, labels, series, options);
  if (!visible(rect)) {
    return;
  }
  const AxisScale scale = axis_scale(highest(series, labels.size(), options.stacked), options.unit);
  const Rect plot = draw_chart_frame(ui, rect, scale, labels, series, options);
  const float slot = plot.width / static_cast<float>(std::max<size_t>(1, labels.size()));
  const float all = std::min(slot * 0.72f, 72.0f * static_cast<float>(series.size()));
  const float bar = options.stacked ? std::min(all, 56.0f)
                                    : all / static_cast<float>(std::max<size_t>(1, series.size()));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool here = ImGui::IsWindowHovered();
  std::string said;
  float said_x = 0;
  float said_y = 0;
  for (size_t i = 0; i < labels.size(); ++i) {
    const float middle = plot.x + slot * (static_cast<float>(i) + 0.5f);
    float base = plot.y + plot.height;
    for (size_t s = 0; s < series.size(); ++s) {
      if (i >= series[s].values.size() || !series[s].values[i]) {
        continue;
      }
      const int64_t value = *series[s].values[i];
      const float high = plot.height * static_cast<float>(value) / static_cast<float>(scale.most);
      const float x =
          options.stacked ? middle - bar / 2 : middle - all / 2 + bar * static_cast<float>(s);
      const Rect column{x + 1, base - high, bar - 2, high};
      const bool top = !options.stacked || s + 1 == series.size();
      ImGui::GetWindowDrawList()->AddRectFilled(
          {column.x, column.y}, {column.x + column.width, column.y + column.height},
          series_colour(ui, s), top ? std::min(6.0f, column.width / 3) : 0,
          ImDrawFlags_RoundCornersTop);
      if (here && contains({column.x, plot.y, column.width, plot.height}, mouse.x, mouse.y) &&
          (!options.stacked || contains(column, mouse.x, mouse.y))) {
        said = (series.size() > 1 ? series[s].name + " " : std::string()) + labels[i] + " " +
               say_value(options, value);
        said_x = column.x + column.width / 2;
        said_y = column.y;
      }
      base -= options.stacked ? high : 0;
    }
  }
  if (!said.empty()) {
    draw_value_box(ui, said, said_x, said_y, rect);
  }
}

}  // namespace linli::ui
