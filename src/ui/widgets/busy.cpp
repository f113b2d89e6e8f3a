#include "ui/widgets/busy.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr float turn_seconds = 1.1f;
constexpr float pi = 3.14159265f;

}  // namespace

void draw_busy(Ui& ui, Rect rect, Colour colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 centre(rect.x + rect.width / 2, rect.y + rect.height / 2);
  const float thick = std::max(2.0f, rect.width / 9);
  const float round = rect.width / 2 - thick;
  float start = -pi / 2;
  if (!ui.theme.reduced_motion) {
    const auto turns = static_cast<float>(std::fmod(ui.seconds / turn_seconds, 1.0));
    start += turns * 2 * pi;
    ui.wants_frame = true;
  }
  list->PathArcTo(centre, round, start, start + 2 * pi);
  list->PathStroke(with_alpha(colour, (colour >> 24) / 4), 0, thick);
  list->PathArcTo(centre, round, start, start + pi * 0.6f);
  list->PathStroke(colour, 0, thick);
}

void busy(Ui& ui, std::string_view key, std::string_view words) {
  const float icon = ui.theme.icon();
  const Rect rect = ui.layout.place(ui, 0, std::max(ui.theme.control(), icon));
  record(ui, Role::status, ui.id(key), words, rect, state_busy);
  draw_busy(ui, {rect.x, rect.y + (rect.height - icon) / 2, icon, icon}, ui.theme.colours().accent);
  const float line = ui.theme.line_height(TextStyle::body);
  draw_line_within(ui, words, rect.x + icon + space::m, rect.y + (rect.height - line) / 2,
                   rect.width - icon - space::m, TextStyle::body, ui.theme.colours().text_soft);
}

void skeleton(Ui& ui, std::string_view key, int lines) {
  static constexpr float widths[] = {0.92f, 0.78f, 0.85f, 0.6f};
  const float step = ui.theme.control();
  const Rect rect = ui.layout.place(ui, 0, step * static_cast<float>(lines));
  record(ui, Role::status, ui.id(key), ui.tr(app::Str::widget_loading), rect, state_busy);
  for (int i = 0; i < lines; ++i) {
    const float y = rect.y + step * static_cast<float>(i) + space::m;
    fill({rect.x, y, rect.width * widths[i % 4], step - 2 * space::m}, ui.theme.colours().sunken,
         radius::s);
  }
}

}  // namespace linli::ui
