// Chance for the demo branch: the same seed gives the same branch anywhere. Nothing
// outside the demo may use it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace linli::app {

class DemoRandom {
 public:
  explicit DemoRandom(uint64_t seed) : state_(seed) {}

  // SplitMix64.
  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // 0 … count - 1; count must not be 0.
  size_t below(size_t count) { return static_cast<size_t>(next() % count); }
  int32_t between(int32_t low, int32_t high) {
    return low + static_cast<int32_t>(below(static_cast<size_t>(high - low + 1)));
  }
  bool chance(int32_t permille) { return between(0, 999) < permille; }
  template <class List>
  auto& pick(List& list) {
    return list[below(list.size())];
  }

 private:
  uint64_t state_;
};

}  // namespace linli::app
