#include <algorithm>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/chart_frame.h"

namespace linli::ui {

void heat_map(Ui& ui, std::string_view key, std::string_view name,
              const std::vector<std::string>& labels, const std::vector<Series>& rows,
              const ChartOptions& options) {
  const Palette& colours = ui.theme.colours();
  const TextStyle style = TextStyle::caption;
  const float line = ui.theme.line_height(style);
  const float cell_high = std::max(line + space::xs, 30.0f);
  const float height = line + space::xs + cell_high * static_cast<float>(rows.size());
  const Rect rect = ui.layout.place(ui, 0, height);
  record_chart(ui, ui.id(key), name, rect, labels, rows, options);
  if (!visible(rect)) {
    return;
  }
  int64_t most = 1;
  float left = 0;
  for (const Series& row : rows) {
    left = std::max(left, text_width(ui, row.name, style));
    for (const std::optional<int64_t>& value : row.values) {
      most = std::max(most, value.value_or(0));
    }
  }
  left += space::m;
  const float wide = (rect.width - left) / static_cast<float>(std::max<size_t>(1, labels.size()));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  std::string said;
  Rect said_at;
  for (size_t r = 0; r < rows.size(); ++r) {
    const float y = rect.y + cell_high * static_cast<float>(r);
    draw_line(ui, rows[r].name, rect.x, y + (cell_high - line) / 2, style, colours.text_soft);
    for (size_t i = 0; i < labels.size(); ++i) {
      const Rect cell{rect.x + left + wide * static_cast<float>(i), y, wide, cell_high};
      const Rect face = inset(cell, 1.5f);
      const bool known = i < rows[r].values.size() && rows[r].values[i].has_value();
      if (!known) {
        stroke(face, colours.line, 4);
        continue;
      }
      const int64_t value = *rows[r].values[i];
      const float share = static_cast<float>(value) / static_cast<float>(most);
      const Colour ground = mix(colours.sunken, colours.accent, share);
      fill(face, ground, 4);
      const std::string words = app::number_text(value);
      const float width = text_width(ui, words, style);
      if (width < face.width && value > 0) {
        const bool on_dark = contrast(ground, colours.on_accent) > contrast(ground, colours.text);
        draw_line(ui, words, cell.x + (cell.width - width) / 2, y + (cell_high - line) / 2, style,
                  on_dark ? colours.on_accent : colours.text);
      }
      if (ImGui::IsWindowHovered() && contains(cell, mouse.x, mouse.y)) {
        said = rows[r].name + " " + labels[i] + " " + say_value(options, value);
        said_at = cell;
      }
    }
  }
  float free_from = rect.x;
  for (size_t i = 0; i < labels.size(); ++i) {
    const float width = text_width(ui, labels[i], style);
    const float x = rect.x + left + wide * (static_cast<float>(i) + 0.5f) - width / 2;
    if (x >= free_from && x + width <= rect.x + rect.width + 1) {
      draw_line(ui, labels[i], x, rect.y + height - line, style, colours.text_soft);
      free_from = x + width + space::s;
    }
  }
  if (!said.empty()) {
    draw_value_box(ui, said, said_at.x + said_at.width / 2, said_at.y, rect);
  }
}

}  // namespace linli::ui
