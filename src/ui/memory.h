// What widgets remember from frame to frame by their node id: how far an animation is,
// how far a list is scrolled, how high a row was. It must never hold the app's data.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace linli::ui {

class Memory {
 public:
  struct Slot {
    float numbers[4] = {};
    int64_t whole = 0;
    std::string text;
    bool known = false;  // false the first time
    uint64_t used_frame = 0;
  };

  Slot& at(uint32_t id);
  // Moves the remembered number towards `target` within `seconds` and returns it; the
  // first call starts there. `moving` becomes true while it is on its way.
  float approach(uint32_t id, float target, float seconds, bool& moving);

  // Forgets what no widget asked for in a long while.
  void begin_frame(float frame_seconds);
  void forget(uint32_t id) { slots_.erase(id); }
  uint64_t frame() const { return frame_; }

 private:
  std::unordered_map<uint32_t, Slot> slots_;
  uint64_t frame_ = 0;
  float frame_seconds_ = 0;
};

}  // namespace linli::ui
