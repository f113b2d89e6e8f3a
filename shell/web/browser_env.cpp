#include "shell/web/browser_env.h"

#include "shell/web/bridge.h"

namespace linli::shell {

int64_t BrowserEnv::unix_millis() { return static_cast<int64_t>(linli_unix_millis()); }

base::LocalTime BrowserEnv::local_time() {
  const double now = linli_unix_millis();
  const int64_t local_seconds = static_cast<int64_t>(now) / 1000 + linli_zone_minutes(now) * 60;
  constexpr int64_t day_seconds = 86400;
  const int64_t of_day = ((local_seconds % day_seconds) + day_seconds) % day_seconds;
  return {{static_cast<int32_t>((local_seconds - of_day) / day_seconds)},
          static_cast<int32_t>(of_day / 60),
          static_cast<int32_t>(of_day % 60)};
}

void BrowserEnv::fill_random(unsigned char* bytes, size_t count) {
  linli_fill_random(bytes, static_cast<int32_t>(count));
}

double BrowserEnv::monotonic_seconds() { return linli_monotonic_millis() / 1000.0; }

}  // namespace linli::shell
