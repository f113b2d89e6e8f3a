// A pick-up code is six digits, and its hash belongs to one redemption only.
#include "app/pick_up.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace linli::app {
namespace {

// Gives the bytes 255, 0, 1, 2 … so that the rejection of large bytes is walked through.
class CountingEnv : public base::Env {
 public:
  int64_t unix_millis() override { return 0; }
  base::LocalTime local_time() override { return {}; }
  void fill_random(unsigned char* bytes, size_t count) override {
    for (size_t i = 0; i < count; ++i) bytes[i] = next_++;
  }
  double monotonic_seconds() override { return 0; }

 private:
  unsigned char next_ = 255;
};

TEST(PickUp, CodeIsSixDigitsAndSkipsUnevenBytes) {
  CountingEnv env;
  EXPECT_EQ(new_pick_up_code(env), "012345");
}

TEST(PickUp, HashBindsCodeToRedemption) {
  const core::RedemptionId one("rd_01JD0000000000000000000001");
  const core::RedemptionId two("rd_01JD0000000000000000000002");
  EXPECT_EQ(pick_up_hash(one, "123456"), pick_up_hash(one, "123456"));
  EXPECT_FALSE(pick_up_hash(one, "123456") == pick_up_hash(one, "123457"));
  EXPECT_FALSE(pick_up_hash(one, "123456") == pick_up_hash(two, "123456"));
  EXPECT_EQ(pick_up_hash(one, "123456").hex.size(), 64u);
}

}  // namespace
}  // namespace linli::app
