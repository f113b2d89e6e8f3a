#include "ui/memory.h"

#include <algorithm>

namespace linli::ui {

namespace {

constexpr uint64_t kept_frames = 600;
constexpr size_t slots_before_sweep = 2048;

}  // namespace

Memory::Slot& Memory::at(uint32_t id) {
  Slot& slot = slots_[id];
  slot.used_frame = frame_;
  return slot;
}

float Memory::approach(uint32_t id, float target, float seconds, bool& moving) {
  Slot& slot = at(id);
  float& value = slot.numbers[0];
  if (!slot.known || seconds <= 0) {
    slot.known = true;
    value = target;
    return value;
  }
  if (value != target) {
    const float step = frame_seconds_ / seconds;
    value = value < target ? std::min(target, value + step) : std::max(target, value - step);
    moving = moving || value != target;
  }
  return value;
}

void Memory::begin_frame(float frame_seconds) {
  ++frame_;
  frame_seconds_ = std::clamp(frame_seconds, 0.0f, 0.1f);
  if (slots_.size() < slots_before_sweep || frame_ % kept_frames != 0) {
    return;
  }
  for (auto slot = slots_.begin(); slot != slots_.end();) {
    slot = slot->second.used_frame + kept_frames < frame_ ? slots_.erase(slot) : std::next(slot);
  }
}

}  // namespace linli::ui
