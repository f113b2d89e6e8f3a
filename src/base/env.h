// Env is the only door from the program to the world: clock and random here; files,
// keys and the network are asked for by app::Request and answered by app::Event, so
// that the core never waits. Tests and the simulator fake it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/day.h"

namespace linli::base {

// The local wall time of the device, as the person beside it reads it.
struct LocalTime {
  Day day;
  int32_t minute;  // 0..1439
  int32_t second;  // 0..59
};

class Env {
 public:
  virtual ~Env() = default;
  virtual int64_t unix_millis() = 0;
  virtual LocalTime local_time() = 0;
  virtual void fill_random(unsigned char* bytes, size_t count) = 0;
  // Monotonic, for animation and timeouts only.
  virtual double monotonic_seconds() = 0;
};

}  // namespace linli::base
