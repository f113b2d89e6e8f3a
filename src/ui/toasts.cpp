#include "ui/toasts.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/tone_icon.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr size_t toasts_max = 3;
constexpr double least_seconds = 5;
constexpr double seconds_per_byte = 0.04;  // long messages stay longer

}  // namespace

void Toasts::add(std::string words, Tone tone) {
  if (toasts_.size() == toasts_max) {
    toasts_.erase(toasts_.begin());
  }
  toasts_.push_back({++last_, std::move(words), tone, -1});
}

void Toasts::draw(Ui& ui) {
  if (toasts_.empty()) {
    return;
  }
  const Palette& colours = ui.theme.colours();
  const float width = std::min(560.0f, ui.viewport.width - 2 * space::l);
  const float icon = ui.theme.icon();
  float bottom = ui.viewport.height - ui.viewport.keyboard_height - space::xl;
  if (ui.phone()) {
    bottom -= ui.theme.control() + space::xl;
  }
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({ui.viewport.width, ui.viewport.height});
  ImGui::Begin("##toasts", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  for (size_t i = toasts_.size(); i-- > 0;) {
    Toast& toast = toasts_[i];
    if (toast.since < 0) {
      toast.since = ui.seconds;
    }
    const double life = least_seconds + seconds_per_byte * static_cast<double>(toast.words.size());
    const TextBlock block =
        lay_out_text(ui, toast.words, TextStyle::strong, width - icon - space::m - 2 * space::l, 4);
    const float used = block.width + icon + space::m + 2 * space::l;
    const float height = std::max(block.height, icon) + 2 * space::m;
    bottom -= height;
    const Rect rect{(ui.viewport.width - used) / 2, bottom, used, height};
    bottom -= space::s;
    const ToneColours& tone = ui.theme.tone(toast.tone);
    shadow(rect, with_alpha(colours.shadow, 0x50), radius::m, 10);
    fill(rect, tone.strong, radius::m);
    draw_icon(ui, tone_icon(toast.tone), rect.x + space::l, rect.y + (height - icon) / 2, icon,
              tone.on_strong);
    draw_text_block(ui, block, rect.x + space::l + icon + space::m,
                    rect.y + (height - block.height) / 2, TextStyle::strong, tone.on_strong);
    record(ui, toast.tone == Tone::danger ? Role::alert : Role::status,
           mix_ids(mix_ids(3, "toast"), toast.id), toast.words, rect);
    const double left = toast.since + life - ui.seconds;
    ui.frame_in(std::max(0.0, left));
    if (left <= 0) {
      ui.wants_frame = true;
      toasts_.erase(toasts_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  ImGui::End();
}

}  // namespace linli::ui
