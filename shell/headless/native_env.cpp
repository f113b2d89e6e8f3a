#include "shell/headless/native_env.h"

#include <sys/random.h>
#include <time.h>

#include "base/check.h"

namespace linli::headless {
namespace {

timespec read_clock(clockid_t clock) {
  timespec time{};
  CHECK(clock_gettime(clock, &time) == 0);
  return time;
}

}  // namespace

int64_t NativeEnv::unix_millis() {
  const timespec time = read_clock(CLOCK_REALTIME);
  return int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1000000;
}

base::LocalTime NativeEnv::local_time() {
  const time_t seconds = read_clock(CLOCK_REALTIME).tv_sec;
  tm local{};
  CHECK(localtime_r(&seconds, &local) != nullptr);
  const base::CivilDate date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
  return {base::day_of(date), local.tm_hour * 60 + local.tm_min, local.tm_sec};
}

void NativeEnv::fill_random(unsigned char* bytes, size_t count) {
  size_t filled = 0;
  while (filled < count) {
    const ssize_t got = getrandom(bytes + filled, count - filled, 0);
    CHECK(got > 0);
    filled += static_cast<size_t>(got);
  }
}

double NativeEnv::monotonic_seconds() {
  const timespec time = read_clock(CLOCK_MONOTONIC);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace linli::headless
