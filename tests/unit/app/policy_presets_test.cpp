#include "app/policy_presets.h"

#include <gtest/gtest.h>

#include "core/policy.h"

namespace linli::app {
namespace {

TEST(PolicyPresets, HaveTheFiveProgrammesFirstAndAreValid) {
  const std::vector<PolicyPreset> presets = policy_presets();
  ASSERT_GE(presets.size(), 5u);
  const char* const programmes[] = {"000", "001", "002", "003", "004"};
  for (size_t i = 0; i < 5; ++i) EXPECT_EQ(presets[i].programme, programmes[i]);
  for (const PolicyPreset& preset : presets) {
    EXPECT_TRUE(core::valid(preset.policy)) << preset.key;
    EXPECT_FALSE(preset.policy.name.text.empty()) << preset.key;
    EXPECT_FALSE(preset.policy.coin_name.text.empty()) << preset.key;
    EXPECT_FALSE(preset.rules_from.empty()) << preset.key;
  }
}

TEST(PolicyPresets, SayWhatTheProgrammesSay) {
  for (const PolicyPreset& preset : policy_presets()) {
    if (preset.key == "guangzhou") {
      EXPECT_EQ(preset.policy.cap_lifetime_minutes, 1500 * 60);
      EXPECT_EQ(preset.policy.gate_minutes, 100 * 60);
    } else if (preset.key == "zhongshan") {
      EXPECT_EQ(preset.policy.redeem_age, 60);
    } else if (preset.key == "beijing_anxin") {
      EXPECT_EQ(preset.policy.volunteer_age_max, 65);
      EXPECT_TRUE(preset.policy.training_required);
    } else if (preset.key == "quarter_hours") {
      EXPECT_EQ(preset.policy.rounding, core::RoundingRule::quarter_up);
    }
  }
}

}  // namespace
}  // namespace linli::app
