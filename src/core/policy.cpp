#include "core/policy.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace linli::core {

bool valid(const Policy& policy) {
  const auto within = [](int64_t value, int64_t low, int64_t high) {
    return value >= low && value <= high;
  };
  const std::array<std::optional<int32_t>, 8> figures = {
      policy.cap_record_minutes,   policy.cap_day_minutes,  policy.cap_year_minutes,
      policy.cap_lifetime_minutes, policy.gate_minutes,     policy.redeem_age,
      policy.volunteer_age_min,    policy.volunteer_age_max};
  const bool figures_valid = std::all_of(
      figures.begin(), figures.end(), [](const auto& figure) { return figure.value_or(0) >= 0; });
  return figures_valid && within(policy.coin_minutes, 1, base::minutes_per_day) &&
         within(policy.points_per_hour, 0, base::points_per_hour_max) &&
         within(policy.attendance_minutes_max, 1, base::service_minutes_max) &&
         within(policy.floor_minutes, -base::debt_minutes_max, 0);
}

int32_t rounded_minutes(RoundingRule rule, int32_t minutes) {
  switch (rule) {
    case RoundingRule::exact:
      return minutes;
    case RoundingRule::quarter_up:
      return (minutes + 14) / 15 * 15;
    case RoundingRule::half_down:
      return minutes / 30 * 30;
    case RoundingRule::hour_down:
      return minutes / 60 * 60;
  }
  return minutes;
}

Credit credit_of(const Policy& policy, int32_t recognised_minutes, const EarnedMinutes& earned) {
  const int32_t rounded = rounded_minutes(policy.rounding, recognised_minutes);
  int64_t credited = rounded;
  const auto cap = [&credited](std::optional<int32_t> limit, int64_t already) {
    if (limit) credited = std::clamp<int64_t>(*limit - already, 0, credited);
  };
  cap(policy.cap_record_minutes, 0);
  cap(policy.cap_day_minutes, earned.day);
  cap(policy.cap_year_minutes, earned.year);
  cap(policy.cap_lifetime_minutes, earned.lifetime);
  const auto result = static_cast<int32_t>(credited);
  return {result, rounded - result};
}

int64_t point_parts_of(const Policy& policy, int32_t credited_minutes, int32_t points_permille) {
  const int32_t weight = std::clamp(points_permille, 0, base::points_permille_max);
  return int64_t{credited_minutes} * policy.points_per_hour * weight;
}

Points points_of(int64_t parts, int64_t carried_parts) {
  const int64_t all = parts + carried_parts;
  const int64_t whole = all < 0 ? 0 : all / parts_per_point;
  return {whole, all - whole * parts_per_point};
}

std::optional<int32_t> age_on(Day day, std::optional<int32_t> birth_year) {
  if (!birth_year) return std::nullopt;
  return base::civil_of(day).year - *birth_year;
}

Outcome may_serve(const Policy& policy, std::optional<int32_t> birth_year, Day day) {
  const std::optional<int32_t> age = age_on(day, birth_year);
  if (!age) return Outcome::applied();
  if (policy.volunteer_age_min && *age < *policy.volunteer_age_min) {
    return Outcome::refused(Refusal::too_young, *policy.volunteer_age_min);
  }
  if (policy.volunteer_age_max && *age > *policy.volunteer_age_max) {
    return Outcome::refused(Refusal::too_old, *policy.volunteer_age_max);
  }
  return Outcome::applied();
}

Outcome may_redeem(const Policy& policy, std::optional<int32_t> birth_year, int64_t earned_minutes,
                   Day day) {
  if (policy.redeem_age && age_on(day, birth_year).value_or(-1) < *policy.redeem_age) {
    return Outcome::refused(Refusal::age_below_redeem, *policy.redeem_age);
  }
  if (policy.gate_minutes && earned_minutes < *policy.gate_minutes) {
    return Outcome::refused(Refusal::below_redeem_gate, *policy.gate_minutes - earned_minutes);
  }
  return Outcome::applied();
}

}  // namespace linli::core
