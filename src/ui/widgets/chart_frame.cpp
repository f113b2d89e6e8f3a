#include "ui/widgets/chart_frame.h"

#include <algorithm>

#include "app/strings.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

std::string say_value(const ChartOptions& options, int64_t value) {
  return options.say ? options.say(value) : app::number_text(value);
}

AxisScale axis_scale(int64_t value, int64_t unit) {
  constexpr int64_t lines = 4;
  int64_t step = std::max<int64_t>(1, unit);
  while (true) {
    for (const int64_t factor : {1, 2, 5}) {
      if (step * factor * lines >= value) {
        return {std::max<int64_t>(1, (value + step * factor - 1) / (step * factor)) * step * factor,
                step * factor};
      }
    }
    step *= 10;
  }
}

void record_chart(Ui& ui, uint32_t id, std::string_view name, Rect rect,
                  const std::vector<std::string>& labels, const std::vector<Series>& series,
                  const ChartOptions& options) {
  record_open(ui, Role::table, id, name, rect);
  for (size_t s = 0; s < series.size(); ++s) {
    const uint32_t row = mix_ids(id, static_cast<uint32_t>(s) + 1);
    record_open(ui, Role::row, row, series[s].name, rect);
    for (size_t i = 0; i < labels.size() && i < series[s].values.size(); ++i) {
      const std::optional<int64_t> value = series[s].values[i];
      if (!value) {
        continue;
      }
      record(ui, Role::cell, mix_ids(row, static_cast<uint32_t>(i) + 1),
             ui.say(app::Str::widget_chart_value,
                    {{"label", labels[i]}, {"value", say_value(options, *value)}}),
             rect);
    }
    ui.semantics.close();
  }
  ui.semantics.close();
}

Colour series_colour(const Ui& ui, size_t index) {
  return ui.theme.colours().series[index % std::size(ui.theme.colours().series)];
}

Rect draw_chart_frame(Ui& ui, Rect rect, AxisScale scale, const std::vector<std::string>& labels,
                      const std::vector<Series>& series, const ChartOptions& options) {
  const Palette& colours = ui.theme.colours();
  const TextStyle style = TextStyle::caption;
  const float line = ui.theme.line_height(style);
  float top = rect.y;
  if (series.size() > 1) {
    float x = rect.x;
    const float mark = line * 0.5f;
    for (size_t s = 0; s < series.size(); ++s) {
      const float width = text_width(ui, series[s].name, style) + mark + space::s + space::l;
      if (x + width > rect.x + rect.width && x > rect.x) {
        x = rect.x;
        top += line;
      }
      fill({x, top + (line - mark) / 2, mark, mark}, series_colour(ui, s), 3);
      draw_line(ui, series[s].name, x + mark + space::s, top, style, colours.text);
      x += width;
    }
    top += line + space::s;
  }
  float axis = 0;
  for (int64_t value = 0; value <= scale.most; value += scale.step) {
    axis = std::max(axis, text_width(ui, say_value(options, value), style));
  }
  axis += space::s;
  const Rect plot{rect.x + axis, top + line / 2, rect.width - axis,
                  rect.y + rect.height - top - line / 2 - line - space::xs};
  for (int64_t value = 0; value <= scale.most; value += scale.step) {
    const float y =
        plot.y + plot.height * (1 - static_cast<float>(value) / static_cast<float>(scale.most));
    fill({plot.x, y, plot.width, 1}, value == 0 ? colours.outline : colours.line);
    const std::string words = say_value(options, value);
    draw_line(ui, words, plot.x - space::s - text_width(ui, words, style), y - line / 2, style,
              colours.text_soft);
  }
  const float slot = plot.width / static_cast<float>(std::max<size_t>(1, labels.size()));
  float widest = 1;
  for (const std::string& label : labels) {
    widest = std::max(widest, text_width(ui, label, style));
  }
  const auto every = static_cast<size_t>(std::max(1.0f, (widest + space::s) / slot + 0.99f));
  for (size_t i = 0; i < labels.size(); i += every) {
    const float width = text_width(ui, labels[i], style);
    const float x = plot.x + slot * (static_cast<float>(i) + 0.5f) - width / 2;
    draw_line(ui, labels[i], std::clamp(x, rect.x, std::max(rect.x, rect.x + rect.width - width)),
              plot.y + plot.height + space::xs, style, colours.text_soft);
  }
  return plot;
}

void draw_value_box(Ui& ui, std::string_view words, float x, float y, Rect within) {
  const float width = text_width(ui, words, TextStyle::caption) + 2 * space::m;
  const float height = ui.theme.line_height(TextStyle::caption) + space::s;
  const Rect box{
      std::clamp(x - width / 2, within.x, std::max(within.x, within.x + within.width - width)),
      std::max(within.y - height, y - height - space::s), width, height};
  fill(box, ui.theme.colours().text, radius::s);
  draw_line(ui, words, box.x + space::m, box.y + space::xs, TextStyle::caption,
            ui.theme.colours().surface);
}

}  // namespace linli::ui
