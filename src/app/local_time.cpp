#include "app/local_time.h"

#include "base/limits.h"

namespace linli::app {

base::LocalTime local_time_of(base::Env& env, int64_t unix_millis) {
  constexpr int64_t minute_millis = 60000;
  const base::LocalTime now = env.local_time();
  const int64_t now_minute = int64_t{now.day.number} * base::minutes_per_day + now.minute;
  const int64_t minute =
      now_minute - (env.unix_millis() / minute_millis - unix_millis / minute_millis);
  const int64_t day = minute >= 0 ? minute / base::minutes_per_day
                                  : (minute - base::minutes_per_day + 1) / base::minutes_per_day;
  return {base::Day{static_cast<int32_t>(day)},
          static_cast<int32_t>(minute - day * base::minutes_per_day), 0};
}

}  // namespace linli::app
