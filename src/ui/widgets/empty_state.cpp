#include "ui/widgets/empty_state.h"

#include <algorithm>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace linli::ui {

namespace {

// A low sun behind two hills, and the subject's icon on a card in front of them.
void draw_picture(Ui& ui, Icon icon, Rect rect) {
  const Palette& colours = ui.theme.colours();
  const ToneColours& warm = ui.theme.tone(Tone::accent);
  const ToneColours& green = ui.theme.tone(Tone::success);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = rect.x + rect.width / 2;
  const float base = rect.y + rect.height;
  const float unit = rect.height / 10;
  list->AddCircleFilled({x + 5.2f * unit, rect.y + 3.2f * unit}, 2.4f * unit,
                        ui.theme.tone(Tone::warning).soft);
  const auto hill = [list, base, unit](float centre, float half, float high, Colour colour) {
    list->PathLineTo({centre - half, base});
    list->PathBezierCubicCurveTo({centre - half * 0.45f, base - high * 1.3f},
                                 {centre + half * 0.45f, base - high * 1.3f},
                                 {centre + half, base});
    list->PathFillConvex(colour);
    static_cast<void>(unit);
  };
  hill(x - 4 * unit, 6.5f * unit, 5 * unit, green.soft);
  hill(x + 4.5f * unit, 5.5f * unit, 3.6f * unit, warm.soft);
  const Rect card{x - 2.9f * unit, rect.y + 2.2f * unit, 5.8f * unit, 6.4f * unit};
  shadow(card, colours.shadow, radius::l, 8);
  fill(card, colours.surface, radius::l);
  stroke(card, colours.line, radius::l, ui.theme.border());
  draw_icon_in(ui, icon, card, 3.2f * unit, warm.text);
}

}  // namespace

bool empty_state(Ui& ui, std::string_view key, Icon icon, std::string_view title,
                 std::string_view sentence, std::string_view action) {
  KeyScope keys(ui, key);
  bool pressed = false;
  const Column column(ui, space::s);
  gap(ui, space::s);
  const float high = ui.theme.body() * 7;
  const Rect picture = ui.layout.place(ui, 0, high);
  if (visible(picture)) {
    draw_picture(ui, icon, picture);
  }
  gap(ui, space::xs);
  text(ui, "title", title, {.style = TextStyle::title, .centred = true});
  if (!sentence.empty()) {
    text(ui, "sentence", sentence, {.soft = true, .centred = true});
  }
  if (!action.empty()) {
    gap(ui, space::xs);
    const Row row(ui, {.align = Align::center});
    pressed = primary_button(ui, "action", action);
  }
  gap(ui, space::m);
  return pressed;
}

}  // namespace linli::ui
