#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"
#include "ui/widgets/chart_frame.h"

namespace linli::ui {

void line_chart(Ui& ui, std::string_view key, std::string_view name,
                const std::vector<std::string>& labels, const std::vector<Series>& series,
                const ChartOptions& options) {
  const Rect rect = ui.layout.place(ui, 0, options.height);
  const uint32_t id = ui.id(key);
  record_chart(ui, id, name, rect, labels, series, options);
  if (!visible(rect)) {
    return;
  }
  int64_t most = 1;
  for (const Series& one : series) {
    for (const std::optional<int64_t>& value : one.values) {
      most = std::max(most, value.value_or(0));
    }
  }
  const AxisScale scale = axis_scale(most, options.unit);
  const Rect plot = draw_chart_frame(ui, rect, scale, labels, series, options);
  const float slot = plot.width / static_cast<float>(std::max<size_t>(1, labels.size()));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool here = ImGui::IsWindowHovered() && contains(plot, mouse.x, mouse.y);
  std::string said;
  ImVec2 said_at;
  float nearest = 40;
  for (size_t s = 0; s < series.size(); ++s) {
    const Colour colour = series_colour(ui, s);
    const auto draw_piece = [list, colour] {
      if (list->_Path.Size > 1) {
        list->PathStroke(colour, 0, 3);
      }
      list->PathClear();
    };
    for (size_t i = 0; i < labels.size() && i < series[s].values.size(); ++i) {
      if (!series[s].values[i]) {
        draw_piece();  // an unknown value is a gap
        continue;
      }
      const int64_t value = *series[s].values[i];
      list->PathLineTo({plot.x + slot * (static_cast<float>(i) + 0.5f),
                        plot.y + plot.height * (1 - static_cast<float>(value) /
                                                        static_cast<float>(scale.most))});
    }
    draw_piece();
    for (size_t i = 0; i < labels.size() && i < series[s].values.size(); ++i) {
      if (!series[s].values[i]) {
        continue;
      }
      const int64_t value = *series[s].values[i];
      const ImVec2 at(
          plot.x + slot * (static_cast<float>(i) + 0.5f),
          plot.y + plot.height * (1 - static_cast<float>(value) / static_cast<float>(scale.most)));
      list->AddCircleFilled(at, 5, colour);
      list->AddCircleFilled(at, 2.5f, ui.theme.colours().surface);
      const float away = std::hypot(mouse.x - at.x, mouse.y - at.y);
      if (here && away < nearest) {
        nearest = away;
        said = (series.size() > 1 ? series[s].name + " " : std::string()) + labels[i] + " " +
               say_value(options, value);
        said_at = at;
      }
    }
  }
  if (!said.empty()) {
    draw_value_box(ui, said, said_at.x, said_at.y, rect);
  }
}

}  // namespace linli::ui
