// When something was recorded, told in this device's local time. The device's clock and its
// local time are the only source; it knows no time zones.
#pragma once

#include <cstdint>

#include "base/day.h"
#include "base/env.h"

namespace linli::app {

base::LocalTime local_time_of(base::Env& env, int64_t unix_millis);

}  // namespace linli::app
