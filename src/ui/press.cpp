#include "ui/press.h"

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

ImRect box(Rect rect) { return {rect.x, rect.y, rect.x + rect.width, rect.y + rect.height}; }

uint32_t clipped(Rect rect) { return visible(rect) ? 0u : static_cast<uint32_t>(state_clipped); }

// The keyboard goes where a screen wanted it.
uint32_t wanted(Ui& ui, uint32_t id) {
  if (ui.wants_focus != id) return 0;
  ui.wants_focus = 0;
  return state_focused;
}

}  // namespace

bool visible(Rect rect) {
  const ImGuiWindow* window = ImGui::GetCurrentWindowRead();
  return window->ClipRect.Overlaps(box(rect));
}

int32_t record(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states) {
  return ui.semantics.add(role, id, name, rect, states | clipped(rect) | wanted(ui, id));
}

int32_t record_open(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect,
                    uint32_t states) {
  return ui.semantics.open(role, id, name, rect, states | wanted(ui, id));
}

Press touch(Ui& ui, uint32_t id, Rect rect, bool enabled) {
  Press out;
  out.focused = enabled && ui.focused_node == id;
  const ImRect area = box(rect);
  if (ImGui::ItemAdd(area, id, nullptr, enabled ? 0 : ImGuiItemFlags_Disabled) && enabled) {
    out.clicked = ImGui::ButtonBehavior(area, id, &out.hovered, &out.held);
    if (out.hovered) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
  }
  out.clicked = (out.clicked || ui.activated(id)) && enabled;
  return out;
}

Press press(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states) {
  const int32_t node = record(ui, role, id, name, rect, states);
  Press out = touch(ui, id, rect, (states & state_disabled) == 0);
  out.node = node;
  return out;
}

Press press_open(Ui& ui, Role role, uint32_t id, std::string_view name, Rect rect,
                 uint32_t states) {
  const int32_t node = record_open(ui, role, id, name, rect, states | clipped(rect));
  Press out = touch(ui, id, rect, (states & state_disabled) == 0);
  out.node = node;
  return out;
}

}  // namespace linli::ui
