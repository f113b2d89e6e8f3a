// The world as the operating system knows it: clock, local time, random bytes.
#pragma once

#include "base/env.h"

namespace linli::headless {

class NativeEnv : public base::Env {
 public:
  int64_t unix_millis() override;
  base::LocalTime local_time() override;
  void fill_random(unsigned char* bytes, size_t count) override;
  double monotonic_seconds() override;
};

}  // namespace linli::headless
