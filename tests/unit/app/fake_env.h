// A world for tests: the clock stands until it is moved, and chance repeats.
#pragma once

#include <cstdint>

#include "base/env.h"

namespace linli::app {

class FakeEnv : public base::Env {
 public:
  int64_t unix_millis() override { return millis; }
  base::LocalTime local_time() override {
    const int64_t seconds = millis / 1000;
    return {base::Day{static_cast<int32_t>(seconds / 86400)},
            static_cast<int32_t>(seconds % 86400 / 60), static_cast<int32_t>(seconds % 60)};
  }
  void fill_random(unsigned char* bytes, size_t count) override {
    for (size_t i = 0; i < count; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      bytes[i] = static_cast<unsigned char>(state >> 33);
    }
  }
  double monotonic_seconds() override { return static_cast<double>(millis - start) / 1000.0; }

  static constexpr int64_t start = 1772700000000;  // a March morning in 2026
  int64_t millis = start;
  uint64_t state = 7;
};

}  // namespace linli::app
