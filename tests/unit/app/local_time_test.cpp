#include "app/local_time.h"

#include <gtest/gtest.h>

namespace linli::app {
namespace {

// A device in Beijing shortly after midnight: the day in UTC is still the one before.
class Beijing : public base::Env {
 public:
  int64_t unix_millis() override { return 1772728800000; }  // 16:40 UTC
  base::LocalTime local_time() override { return {base::Day{20518}, 40, 0}; }
  void fill_random(unsigned char*, size_t) override {}
  double monotonic_seconds() override { return 0; }
};

TEST(LocalTime, IsTheDevicesOwnDay) {
  Beijing env;
  const auto at = [&](int64_t minutes_ago) {
    return local_time_of(env, env.unix_millis() - minutes_ago * 60000);
  };
  EXPECT_EQ(at(0).day, base::Day{20518});
  EXPECT_EQ(at(0).minute, 40);
  EXPECT_EQ(at(40).day, base::Day{20518});
  EXPECT_EQ(at(40).minute, 0);
  EXPECT_EQ(at(41).day, base::Day{20517});
  EXPECT_EQ(at(41).minute, 1439);
  EXPECT_EQ(at(-1440).day, base::Day{20519});
}

}  // namespace
}  // namespace linli::app
