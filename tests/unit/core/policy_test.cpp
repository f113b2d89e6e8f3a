#include "core/policy.h"

#include <gtest/gtest.h>

namespace linli::core {
namespace {

Day day(int32_t year, int32_t month, int32_t date) { return base::day_of({year, month, date}); }

TEST(Policy, RoundsAsTheRuleSays) {
  struct Case {
    RoundingRule rule;
    int32_t minutes;
    int32_t expected;
  };
  const Case cases[] = {
      {RoundingRule::exact, 52, 52},      {RoundingRule::quarter_up, 0, 0},
      {RoundingRule::quarter_up, 1, 15},  {RoundingRule::quarter_up, 45, 45},
      {RoundingRule::quarter_up, 52, 60}, {RoundingRule::quarter_up, 70, 75},
      {RoundingRule::half_down, 29, 0},   {RoundingRule::half_down, 89, 60},
      {RoundingRule::hour_down, 59, 0},   {RoundingRule::hour_down, 179, 120},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(rounded_minutes(c.rule, c.minutes), c.expected) << name(c.rule) << " " << c.minutes;
  }
}

TEST(Policy, CreditsUpToTheNarrowestCapAndTellsTheRest) {
  Policy policy;
  policy.cap_record_minutes = 120;
  policy.cap_day_minutes = 180;
  policy.cap_year_minutes = 1000;
  policy.cap_lifetime_minutes = 2000;
  struct Case {
    int32_t minutes;
    EarnedMinutes earned;
    int32_t credited;
    int32_t over;
  };
  const Case cases[] = {
      {90, {}, 90, 0},
      {150, {}, 120, 30},
      {90, {120, 120, 120}, 60, 30},
      {90, {180, 180, 180}, 0, 90},
      {90, {0, 950, 950}, 50, 40},
      {90, {0, 0, 1990}, 10, 80},
      {90, {0, 0, 2500}, 0, 90},  // an older policy had a wider cap
  };
  for (const Case& c : cases) {
    const Credit credit = credit_of(policy, c.minutes, c.earned);
    EXPECT_EQ(credit.credited_minutes, c.credited) << c.minutes;
    EXPECT_EQ(credit.over_cap_minutes, c.over) << c.minutes;
  }
}

TEST(Policy, RoundsBeforeItCaps) {
  Policy policy;
  policy.rounding = RoundingRule::quarter_up;
  policy.cap_record_minutes = 60;
  const Credit credit = credit_of(policy, 61, {});
  EXPECT_EQ(credit.credited_minutes, 60);
  EXPECT_EQ(credit.over_cap_minutes, 15);
}

TEST(Policy, CarriesPartsOfPointsToTheNextRecord) {
  Policy policy;
  policy.points_per_hour = 1;
  int64_t carried = 0;
  int64_t points = 0;
  for (int i = 0; i < 4; ++i) {
    const Points made = points_of(point_parts_of(policy, 30, 1000), carried);
    carried = made.carried_parts;
    points += made.whole;
  }
  EXPECT_EQ(points, 2);
  EXPECT_EQ(carried, 0);
}

TEST(Policy, WeighsPointsByServiceKind) {
  Policy policy;
  policy.points_per_hour = 10;
  EXPECT_EQ(points_of(point_parts_of(policy, 90, 1000), 0).whole, 15);
  EXPECT_EQ(points_of(point_parts_of(policy, 90, 1500), 0).whole, 22);
  EXPECT_EQ(points_of(point_parts_of(policy, 90, 1500), 0).carried_parts, parts_per_point / 2);
  EXPECT_EQ(points_of(point_parts_of(policy, 90, 0), 0).whole, 0);
}

TEST(Policy, NeverGivesPointsForACarriedDebt) {
  EXPECT_EQ(points_of(1000, -parts_per_point).whole, 0);
  EXPECT_EQ(points_of(1000, -parts_per_point).carried_parts, 1000 - parts_per_point);
}

TEST(Policy, GatesServingByAge) {
  Policy policy;
  policy.volunteer_age_min = 18;
  policy.volunteer_age_max = 65;
  const Day today = day(2026, 3, 1);
  EXPECT_TRUE(may_serve(policy, 1961, today).is_applied());
  EXPECT_EQ(may_serve(policy, 1960, today).refusal, Refusal::too_old);
  EXPECT_EQ(may_serve(policy, 1960, today).figure, 65);
  EXPECT_EQ(may_serve(policy, 2010, today).refusal, Refusal::too_young);
  EXPECT_TRUE(may_serve(policy, std::nullopt, today).is_applied());
  EXPECT_TRUE(may_serve(Policy{}, 1930, today).is_applied());
}

TEST(Policy, GatesRedeemingByAgeAndEarnedMinutes) {
  Policy policy;
  policy.redeem_age = 60;
  policy.gate_minutes = 6000;
  const Day today = day(2026, 3, 1);
  EXPECT_TRUE(may_redeem(policy, 1966, 6000, today).is_applied());
  EXPECT_EQ(may_redeem(policy, 1967, 6000, today).refusal, Refusal::age_below_redeem);
  EXPECT_EQ(may_redeem(policy, std::nullopt, 6000, today).refusal, Refusal::age_below_redeem);
  const Outcome below = may_redeem(policy, 1950, 5900, today);
  EXPECT_EQ(below.refusal, Refusal::below_redeem_gate);
  EXPECT_EQ(below.figure, 100);
}

TEST(Policy, RejectsFiguresThatCouldOverflowOrMakeNoSense) {
  EXPECT_TRUE(valid(Policy{}));
  const auto broken = [](auto change) {
    Policy policy;
    change(policy);
    return valid(policy);
  };
  EXPECT_FALSE(broken([](Policy& p) { p.coin_minutes = 0; }));
  EXPECT_FALSE(broken([](Policy& p) { p.points_per_hour = -1; }));
  EXPECT_FALSE(broken([](Policy& p) { p.points_per_hour = 2000000000; }));
  EXPECT_FALSE(broken([](Policy& p) { p.cap_day_minutes = -5; }));
  EXPECT_FALSE(broken([](Policy& p) { p.floor_minutes = 1; }));
  EXPECT_FALSE(broken([](Policy& p) { p.attendance_minutes_max = 0; }));
}

}  // namespace
}  // namespace linli::core
