#include "ui/widgets/result_mark.h"

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"

namespace linli::ui {

void result_mark(Ui& ui, std::string_view key, Tone tone) {
  const float size = ui.theme.body() * 6;
  const Rect room = ui.layout.place(ui, 0, size);
  if (!visible(room)) {
    return;
  }
  bool moving = false;
  const float grown = ui.memory.approach(ui.id(key), 1, ui.theme.slow(), moving);
  ui.wants_frame = ui.wants_frame || moving;
  const float radius = size / 2 * (0.6f + 0.4f * grown);
  const float x = room.x + room.width / 2;
  const float y = room.y + size / 2;
  const ToneColours& colours = ui.theme.tone(tone);
  ImGui::GetWindowDrawList()->AddCircleFilled({x, y}, radius, colours.strong);
  const float icon = radius;
  draw_icon(ui, tone == Tone::success ? Icon::check : Icon::warning, x - icon / 2, y - icon / 2,
            icon, colours.on_strong);
}

}  // namespace linli::ui
