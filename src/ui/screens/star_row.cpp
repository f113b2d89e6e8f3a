#include "ui/screens/star_row.h"

#include <cmath>

#include "app/strings.h"
#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr int kStars = 5;
constexpr int kCorners = 10;
constexpr float kTurn = 0.62831853f;  // a tenth of a circle
constexpr float kInner = 0.45f;

void draw_star(Rect box, float size, Colour colour, bool filled) {
  const float x = box.x + box.width / 2;
  const float y = box.y + box.height / 2 + size * 0.04f;
  ImVec2 corners[kCorners];
  for (int i = 0; i < kCorners; ++i) {
    const float reach = (i % 2 == 0 ? 1.0f : kInner) * size / 2;
    const float angle = kTurn * static_cast<float>(i);
    corners[i] = {x + reach * std::sin(angle), y - reach * std::cos(angle)};
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (filled) {
    list->AddConcavePolyFilled(corners, kCorners, colour);
  } else {
    list->AddPolyline(corners, kCorners, colour, ImDrawFlags_Closed, 2);
  }
}

std::string star_name(const Ui& ui, int stars) {
  return ui.say(app::Str::needs_stars, {{"count", std::to_string(stars)}});
}

}  // namespace

bool star_row(Ui& ui, std::string_view key, std::string_view name, int& stars) {
  const KeyScope keys(ui, key);
  const float size = ui.theme.target() * 1.15f;
  const Rect all = ui.layout.place(ui, 0, size);
  record_open(ui, Role::radio_group, ui.id("group"), name, all);
  bool changed = false;
  for (int i = 1; i <= kStars; ++i) {
    const Rect box{all.x + static_cast<float>(i - 1) * size, all.y, size, size};
    const Press state =
        press(ui, Role::radio, mix_ids(ui.id("star"), static_cast<uint32_t>(i)), star_name(ui, i),
              box, stars == i ? static_cast<uint32_t>(state_checked) : 0u);
    if (state.clicked && stars != i) {
      stars = i;
      changed = true;
    }
    const bool filled = i <= stars;
    draw_star(box, size * 0.7f, filled ? ui.theme.colours().accent : ui.theme.colours().outline,
              filled);
    if (state.focused) focus_ring(ui, inset(box, 2), radius::s);
  }
  ui.semantics.close();
  return changed;
}

void show_stars(Ui& ui, std::string_view key, int stars) {
  const float size = ui.theme.icon() * 1.3f;
  const Rect all = ui.layout.place(ui, size * kStars, size);
  record(ui, Role::image, ui.id(key), star_name(ui, stars), all);
  for (int i = 1; i <= kStars; ++i) {
    const Rect box{all.x + static_cast<float>(i - 1) * size, all.y, size, size};
    const bool filled = i <= stars;
    draw_star(box, size * 0.9f, filled ? ui.theme.colours().accent : ui.theme.colours().outline,
              filled);
  }
}

}  // namespace linli::ui
