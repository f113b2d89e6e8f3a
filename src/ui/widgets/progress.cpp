#include "ui/widgets/progress.h"

#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

void progress(Ui& ui, std::string_view key, std::string_view words, int percent) {
  const Palette& colours = ui.theme.colours();
  const int share = std::clamp(percent, 0, 100);
  const std::string figure = std::to_string(share) + "%";
  const float line = ui.theme.line_height(TextStyle::body);
  constexpr float thick = 12;
  const Rect rect = ui.layout.place(ui, 0, line + space::s + thick);
  const uint32_t id = ui.id(key);
  const int32_t node = record(ui, Role::progress, id, words, rect);
  ui.semantics.at(node).value = std::to_string(share);
  const float right = text_width(ui, figure, TextStyle::strong);
  draw_line_within(ui, words, rect.x, rect.y, rect.width - right - space::m, TextStyle::body,
                   colours.text);
  draw_line(ui, figure, rect.x + rect.width - right, rect.y, TextStyle::strong, colours.text);
  const Rect track{rect.x, rect.y + line + space::s, rect.width, thick};
  fill(track, colours.sunken, radius::pill);
  if (ui.theme.scheme == Scheme::contrast) {
    stroke(track, colours.outline, radius::pill, 2);
  }
  const float at = ui.memory.approach(mix_ids(id, "at"), static_cast<float>(share) / 100.0f,
                                      ui.theme.slow() * 3, ui.wants_frame);
  if (at > 0) {
    fill({track.x, track.y, std::max(thick, track.width * at), thick}, colours.accent,
         radius::pill);
  }
}

void steps(Ui& ui, std::string_view key, std::string_view name, const Choices& labels,
           int current) {
  const Palette& colours = ui.theme.colours();
  const float size = ui.theme.body() * 1.8f;
  const float line = ui.theme.line_height(TextStyle::caption);
  const auto count = static_cast<float>(std::max<size_t>(1, labels.size()));
  const Rect rect = ui.layout.place(ui, 0, size + space::xs + line);
  const uint32_t id = ui.id(key);
  record_open(ui, Role::list, id, name, rect);
  const float width = rect.width / count;
  for (size_t i = 0; i < labels.size(); ++i) {
    const int place = static_cast<int>(i) - current;
    const Rect cell{rect.x + width * static_cast<float>(i), rect.y, width, rect.height};
    const Rect circle{cell.x + (cell.width - size) / 2, cell.y, size, size};
    if (i + 1 < labels.size()) {
      fill({circle.x + size + space::s, circle.y + size / 2 - 1, width - size - 2 * space::s, 3},
           place < 0 ? colours.accent : colours.line, 2);
    }
    fill(circle,
         place < 0    ? colours.accent
         : place == 0 ? ui.theme.tone(Tone::accent).soft
                      : colours.sunken,
         radius::pill);
    if (place == 0) {
      stroke(circle, colours.accent, radius::pill, 2);
    }
    if (place < 0) {
      draw_icon_in(ui, Icon::check, circle, size * 0.55f, colours.on_accent);
    } else {
      const std::string number = std::to_string(i + 1);
      const float wide = text_width(ui, number, TextStyle::strong);
      draw_line(ui, number, circle.x + (size - wide) / 2,
                circle.y + (size - ui.theme.line_height(TextStyle::strong)) / 2, TextStyle::strong,
                place == 0 ? ui.theme.tone(Tone::accent).text : colours.text_soft);
    }
    const float words = std::min(text_width(ui, labels[i], TextStyle::caption), width - space::s);
    draw_line_within(ui, labels[i], cell.x + (width - words) / 2, circle.y + size + space::xs,
                     words + 1, TextStyle::caption, place == 0 ? colours.text : colours.text_soft);
    const int32_t node =
        record(ui, Role::list_item, mix_ids(id, static_cast<uint32_t>(i) + 1), labels[i], cell,
               place == 0 ? static_cast<uint32_t>(state_current) : 0u);
    ui.semantics.at(node).level = static_cast<int32_t>(i) + 1;
    ui.semantics.at(node).set_size = static_cast<int32_t>(labels.size());
  }
  ui.semantics.close();
}

}  // namespace linli::ui
