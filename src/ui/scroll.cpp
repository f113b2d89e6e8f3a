#include "ui/scroll.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr float drag_slop = 8;  // before a press becomes a drag
constexpr float friction_per_second = 4;
constexpr float least_speed = 20;  // dp per second
constexpr float scrollbar_width = 14;

enum DragNumber { speed, last_y, dragging, reset };

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view key, float height, float padding)
    : ui_(ui), area_(ui.layout.place(ui, 0, height)), side_(padding), ends_(padding) {
  open(key, space::m);
}

ScrollArea::ScrollArea(Ui& ui, std::string_view key, Rect area, float side, float ends, float gap)
    : ui_(ui), area_(area), side_(side), ends_(ends) {
  open(key, gap);
}

void ScrollArea::open(std::string_view key, float gap) {
  id_ = ui_.id(key);
  ui_.push_key(key);
  ImGui::SetCursorScreenPos({area_.x, area_.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, scrollbar_width);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, scrollbar_width);
  ImGui::BeginChild(id_, {std::max(1.0f, area_.width), std::max(1.0f, area_.height)},
                    ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  Memory::Slot& slot = ui_.memory.at(id_);
  if (slot.numbers[reset] != 0) {
    slot.numbers[reset] = 0;
    slot.numbers[speed] = 0;
    ImGui::SetScrollY(0);
  }
  const ImGuiWindow* window = ImGui::GetCurrentWindowRead();
  const float bar = window->ScrollbarY ? scrollbar_width : 0;
  first_node_ = ui_.semantics.nodes().size();
  ui_.layout.begin(ui_, id_,
                   {area_.x + side_, area_.y + ends_ - ImGui::GetScrollY(),
                    std::max(1.0f, area_.width - 2 * side_ - std::max(0.0f, bar - side_)), 0},
                   gap);
}

ScrollArea::~ScrollArea() {
  const float height = ui_.layout.end(ui_) + 2 * ends_;
  ImGui::SetCursorScreenPos({area_.x, area_.y - ImGui::GetScrollY() + height});
  ImGui::Dummy({0, 0});
  drag();
  follow_focus();
  Memory::Slot& slot = ui_.memory.at(mix_ids(id_, 1));
  if (std::abs(slot.numbers[0] - height) > 0.5f) {
    slot.numbers[0] = height;
    ui_.wants_frame = true;
  }
  ImGui::EndChild();
  ImGui::PopStyleVar(3);
  ui_.pop_key();
}

void ScrollArea::drag() {
  Memory::Slot& slot = ui_.memory.at(id_);
  const ImGuiIO& io = ImGui::GetIO();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const bool touched = io.MouseSource == ImGuiMouseSource_TouchScreen && io.MouseDown[0];
  const bool here = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                           ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (touched && slot.numbers[dragging] == 0 && here && window->ScrollMax.y > 0 &&
      std::abs(io.MousePos.y - io.MouseClickedPos[0].y) > drag_slop) {
    slot.numbers[dragging] = 1;
    slot.numbers[last_y] = io.MousePos.y;
    ImGui::ClearActiveID();
  }
  if (slot.numbers[dragging] != 0) {
    const float moved = slot.numbers[last_y] - io.MousePos.y;
    if (touched) {
      ImGui::SetScrollY(ImGui::GetScrollY() + moved);
      slot.numbers[speed] = io.DeltaTime > 0 ? moved / io.DeltaTime : 0;
      slot.numbers[last_y] = io.MousePos.y;
    } else {
      slot.numbers[dragging] = 0;
      if (ui_.theme.reduced_motion) {
        slot.numbers[speed] = 0;
      }
    }
    ui_.wants_frame = true;
  } else if (std::abs(slot.numbers[speed]) > least_speed) {
    ImGui::SetScrollY(ImGui::GetScrollY() + slot.numbers[speed] * io.DeltaTime);
    slot.numbers[speed] *= std::exp(-friction_per_second * io.DeltaTime);
    if (io.MouseDown[0] || io.MouseWheel != 0) {
      slot.numbers[speed] = 0;
    }
    ui_.wants_frame = true;
  }
}

void ScrollArea::follow_focus() {
  if (ui_.twin_events == nullptr) {
    return;
  }
  for (const TwinEvent& event : *ui_.twin_events) {
    if (event.kind != TwinEvent::Kind::focus && event.kind != TwinEvent::Kind::scroll_into_view) {
      continue;
    }
    const std::vector<Node>& nodes = ui_.semantics.nodes();
    for (size_t i = first_node_; i < nodes.size(); ++i) {
      if (nodes[i].id != event.node) {
        continue;
      }
      const Rect rect = nodes[i].rect;
      const float above = area_.y + space::l - rect.y;
      const float below = rect.y + rect.height - (area_.y + area_.height - space::l);
      if (above > 0 || below > 0) {
        ImGui::SetScrollY(ImGui::GetScrollY() + (above > 0 ? -above : std::min(below, -above)));
        ui_.wants_frame = true;
      }
    }
  }
}

float scroll_height(Ui& ui, uint32_t area_id) {
  return ui.memory.at(mix_ids(area_id, 1)).numbers[0];
}

void scroll_to_start(Ui& ui, std::string_view key) {
  ui.memory.at(ui.id(key)).numbers[reset] = 1;
  ui.wants_frame = true;
}

}  // namespace linli::ui
