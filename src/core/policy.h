// What a policy makes of service: rounding, caps, points, and the gates before serving
// and redeeming. A policy is versioned data (capabilities C01, C02, C05, C12, P12, X03);
// nothing here may know a programme by name, read a clock or use a fraction.
#pragma once

#include <cstdint>
#include <optional>

#include "core/operations_ledger.h"
#include "core/refusal.h"

namespace linli::core {

using Policy = PolicyAdopted;

// False when a figure is negative or beyond its limit, so that no sum can overflow.
bool valid(const Policy& policy);

// quarter_up: 52 minutes are 60, 70 are 75; half_down and hour_down drop the rest.
int32_t rounded_minutes(RoundingRule rule, int32_t minutes);

// Minutes credited to a volunteer before the record in hand.
struct EarnedMinutes {
  int64_t day = 0;   // on the day of service
  int64_t year = 0;  // in the calendar year of the day of service
  int64_t lifetime = 0;
};

struct Credit {
  int32_t credited_minutes = 0;
  int32_t over_cap_minutes = 0;  // recognised and recorded, never credited
};

Credit credit_of(const Policy& policy, int32_t recognised_minutes, const EarnedMinutes& earned);

// Points are counted in parts, and the parts that do not fill a point are carried to
// the next record: four half-hours earn what two hours earn.
inline constexpr int64_t parts_per_point = 60 * 1000;

// Minutes × points per hour × weight of the service kind (1000 = 1).
int64_t point_parts_of(const Policy& policy, int32_t credited_minutes, int32_t points_permille);

struct Points {
  int64_t whole = 0;
  int64_t carried_parts = 0;  // may be negative after a reversal
};

Points points_of(int64_t parts, int64_t carried_parts);

// Age reached in the year of `day`; unknown birth years have no age.
std::optional<int32_t> age_on(Day day, std::optional<int32_t> birth_year);

// Applied, or too_young / too_old with the age that is asked for. An unknown age passes.
Outcome may_serve(const Policy& policy, std::optional<int32_t> birth_year, Day day);

// Applied, or age_below_redeem (age asked for) or below_redeem_gate (missing minutes).
// An unknown age does not pass an age rule, because the rule protects the fund.
Outcome may_redeem(const Policy& policy, std::optional<int32_t> birth_year, int64_t earned_minutes,
                   Day day);

}  // namespace linli::core
