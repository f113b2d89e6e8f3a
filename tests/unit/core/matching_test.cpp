#include "core/matching.h"

#include <gtest/gtest.h>

namespace linli::core {
namespace {

TEST(Matching, WhoIsNearSkilledAndFreeComesFirst) {
  VolunteerFit best;
  best.same_site = best.skilled = best.available = true;
  VolunteerFit near = best;
  near.same_site = false;
  near.same_neighbourhood = true;
  VolunteerFit busy = best;
  busy.recent_minutes = 600;
  const VolunteerFit stranger;
  EXPECT_GT(fit_score(best), fit_score(near));
  EXPECT_GT(fit_score(best), fit_score(busy));
  EXPECT_GT(fit_score(near), fit_score(stranger));
}

TEST(Matching, ReasonsAreToldInTheirOrder) {
  VolunteerFit fit;
  fit.same_site = fit.same_neighbourhood = fit.skilled = true;
  fit.course_needed = fit.trained = fit.available = true;
  EXPECT_EQ(fit_reasons(fit),
            (std::vector<FitReason>{FitReason::same_site, FitReason::skilled, FitReason::trained,
                                    FitReason::free, FitReason::fair}));
  fit = {};
  fit.same_neighbourhood = true;
  fit.recent_minutes = 121;
  EXPECT_EQ(fit_reasons(fit), std::vector<FitReason>{FitReason::same_neighbourhood});
}

TEST(Matching, APartOfTheWeekHasOneBit) {
  const Day monday = base::day_of({2026, 11, 23});
  EXPECT_EQ(availability_bit_of(monday, 9 * 60), 1);
  EXPECT_EQ(availability_bit_of(monday, 12 * 60), 2);
  EXPECT_EQ(availability_bit_of(monday, 18 * 60), 4);
  EXPECT_EQ(availability_bit_of(Day{monday.number + 6}, 18 * 60), 1 << 20);
}

}  // namespace
}  // namespace linli::core
