#include "ui/overlay.h"

#include <algorithm>
#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/paint.h"
#include "ui/ui.h"

namespace linli::ui {

Overlay::Overlay(Ui& ui, uint32_t id, Rect rect, OverlayOptions options) : ui_(ui) {
  char name[24];
  std::snprintf(name, sizeof name, "##over%08x", id);
  const bool appearing = !ui.memory.at(id).known;
  ui.memory.at(id).known = true;
  ui.memory.at(id).whole = static_cast<int64_t>(ui.memory.frame());
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({ui.viewport.width, ui.viewport.height});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
  if (ImGui::IsWindowAppearing()) {
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  }
  const Palette& colours = ui.theme.colours();
  if (options.scrim) {
    fill({0, 0, ui.viewport.width, ui.viewport.height}, colours.scrim);
  }
  shadow(rect, with_alpha(colours.shadow, 0x60), radius::l, 20);
  fill(rect, colours.surface, radius::l);
  stroke(rect, colours.line, radius::l, ui.theme.border());
  const ImGuiIO& io = ImGui::GetIO();
  const bool beside = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) &&
                      ImGui::IsMouseClicked(0) && !contains(rect, io.MousePos.x, io.MousePos.y);
  bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  for (const TwinEvent& event : *ui.twin_events) {
    escaped = escaped || event.kind == TwinEvent::Kind::escape;
  }
  dismissed_ = !appearing && (beside || escaped);
  ui.keys.push_back(id);
  area_ =
      std::make_unique<ScrollArea>(ui, "area", rect, options.padding, options.padding, options.gap);
}

Overlay::~Overlay() {
  area_.reset();
  ui_.keys.pop_back();
  ImGui::End();
}

float overlay_height(Ui& ui, uint32_t id) { return scroll_height(ui, mix_ids(id, "area")); }

Rect popover_rect(Ui& ui, uint32_t id, Rect anchor, float width, float height_max) {
  const float bottom = ui.viewport.height - ui.viewport.keyboard_height;
  const float wanted = overlay_height(ui, id);
  if (ui.phone()) {
    const float height = std::min(wanted, bottom * 0.8f);
    return {space::s, bottom - height - space::s, ui.viewport.width - 2 * space::s, height};
  }
  const float below = bottom - anchor.y - anchor.height - space::l;
  const float above = anchor.y - space::l;
  float height = std::min(wanted, height_max);
  const bool up = below < height && above > below;
  height = std::min(height, up ? above : below);
  const float x =
      std::clamp(anchor.x, space::s, std::max(space::s, ui.viewport.width - width - space::s));
  return {x, up ? anchor.y - height - space::xs : anchor.y + anchor.height + space::xs, width,
          height};
}

}  // namespace linli::ui
