#include "ui/widgets/card.h"

#include <algorithm>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/ui.h"

namespace linli::ui {

Card::Card(Ui& ui, CardOptions options) : ui_(ui), options_(options) { open(); }

Card::Card(Ui& ui, std::string_view key, std::string_view name, CardOptions options)
    : ui_(ui), options_(options), id_(ui.id(key)) {
  open();
  const Rect rect{item_.x, item_.y, item_.width, stretched_};
  const Press state = press_open(ui, Role::button, id_, name, rect);
  clicked_ = state.clicked;
  hovered_ = state.hovered;
  focused_ = state.focused;
}

// The ground is drawn first, as high as the card was in the frame before.
void Card::open() {
  item_ = ui_.layout.begin_item(ui_, 0);
  const uint32_t id = ui_.layout.begin_nested(ui_, item_, options_.padding, options_.gap);
  stretched_ = std::max(ui_.memory.at(mix_ids(id, "height")).numbers[0], item_.height);
  const Rect rect{item_.x, item_.y, item_.width, stretched_};
  if (!visible(inset(rect, -space::l)) || stretched_ <= 0) {
    return;
  }
  const Palette& colours = ui_.theme.colours();
  const bool plain = options_.tone == Tone::neutral;
  if (!options_.flat && plain) {
    shadow(rect, colours.shadow, radius::l);
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool warm = id_ != 0 && ImGui::IsWindowHovered() && contains(rect, mouse.x, mouse.y);
  const Colour ground = plain ? colours.surface : ui_.theme.tone(options_.tone).soft;
  fill(rect, warm ? mix(ground, colours.hover, 0.7f) : ground, radius::l);
  stroke(rect, plain ? colours.line : mix(ground, ui_.theme.tone(options_.tone).text, 0.2f),
         radius::l, ui_.theme.border());
}

Card::~Card() {
  item_.height = ui_.layout.end_nested(ui_, options_.padding);
  const Rect rect{item_.x, item_.y, item_.width, std::max(stretched_, item_.height)};
  if (id_ != 0) {
    ui_.semantics.close();
  }
  if (focused_) {
    focus_ring(ui_, rect, radius::l);
  }
  ui_.layout.end_item(ui_, item_);
}

}  // namespace linli::ui
