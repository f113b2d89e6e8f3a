// What bar and line charts share: title, legend, axis with round steps, labels below,
// the table for readers, and the box that says a value under the pointer.
#pragma once

#include "ui/semantics.h"
#include "ui/theme.h"
#include "ui/widgets/charts.h"

namespace linli::ui {

std::string say_value(const ChartOptions& options, int64_t value);

// A round number not below `value`, and the step of the axis' lines.
struct AxisScale {
  int64_t most = 1;
  int64_t step = 1;
};
AxisScale axis_scale(int64_t value, int64_t unit);

// Records the values as a table.
void record_chart(Ui& ui, uint32_t id, std::string_view name, Rect rect,
                  const std::vector<std::string>& labels, const std::vector<Series>& series,
                  const ChartOptions& options);

// Draws the frame and returns the plot's rectangle.
Rect draw_chart_frame(Ui& ui, Rect rect, AxisScale scale, const std::vector<std::string>& labels,
                      const std::vector<Series>& series, const ChartOptions& options);

Colour series_colour(const Ui& ui, size_t index);
// A small box with a value near a point.
void draw_value_box(Ui& ui, std::string_view words, float x, float y, Rect within);

}  // namespace linli::ui
