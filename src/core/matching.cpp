#include "core/matching.h"

#include <algorithm>

namespace linli::core {
namespace {

constexpr int32_t kSameSite = 40;
constexpr int32_t kSameNeighbourhood = 25;
constexpr int32_t kSkilled = 30;
constexpr int32_t kTrained = 10;
constexpr int32_t kAvailable = 25;
// Who served nothing lately gets all of it, who served eight hours or more gets none.
constexpr int32_t kFair = 16;
constexpr int64_t kMinutesPerFairPoint = 30;
// Up to here it is worth saying that somebody has had little to do.
constexpr int64_t kFewMinutes = 120;

constexpr int32_t kNoon = 12 * 60;
constexpr int32_t kEvening = 18 * 60;

}  // namespace

int32_t fit_score(const VolunteerFit& fit) {
  int32_t score = 0;
  if (fit.same_site) {
    score += kSameSite;
  } else if (fit.same_neighbourhood) {
    score += kSameNeighbourhood;
  }
  if (fit.skilled) score += kSkilled;
  if (fit.course_needed && fit.trained) score += kTrained;
  if (fit.available) score += kAvailable;
  const int64_t served = std::max<int64_t>(fit.recent_minutes, 0) / kMinutesPerFairPoint;
  score += kFair - static_cast<int32_t>(std::min<int64_t>(served, kFair));
  return score;
}

std::vector<FitReason> fit_reasons(const VolunteerFit& fit) {
  std::vector<FitReason> reasons;
  if (fit.same_site) {
    reasons.push_back(FitReason::same_site);
  } else if (fit.same_neighbourhood) {
    reasons.push_back(FitReason::same_neighbourhood);
  }
  if (fit.skilled) reasons.push_back(FitReason::skilled);
  if (fit.course_needed && fit.trained) reasons.push_back(FitReason::trained);
  if (fit.available) reasons.push_back(FitReason::free);
  if (fit.recent_minutes <= kFewMinutes) reasons.push_back(FitReason::fair);
  return reasons;
}

int32_t availability_bit(int32_t weekday, int slot) {
  return int32_t{1} << ((weekday - 1) * availability_slots + slot);
}

int availability_slot(int32_t minute_of_day) {
  if (minute_of_day < kNoon) return 0;
  return minute_of_day < kEvening ? 1 : 2;
}

int32_t availability_bit_of(Day day, int32_t from_minute) {
  return availability_bit(base::weekday_of(day), availability_slot(from_minute));
}

}  // namespace linli::core
