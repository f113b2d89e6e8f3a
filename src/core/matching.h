// How well a volunteer suits a need, as an integer with its reasons, so that a coordinator
// sees why somebody is suggested. It only suggests: the fold alone decides who gets a place.
#pragma once

#include <cstdint>
#include <vector>

#include "core/field_types.h"

namespace linli::core {

// In the order in which they are told.
enum class FitReason : uint8_t { same_site, same_neighbourhood, skilled, trained, free, fair };

// What is known of one volunteer with regard to one need.
struct VolunteerFit {
  bool same_site = false;
  bool same_neighbourhood = false;
  bool skilled = false;
  bool course_needed = false;  // the service kind asks for a course …
  bool trained = false;        // … and it is completed
  bool available = false;      // said to have time in that part of the week
  int64_t recent_minutes = 0;  // served or taken on in the last four weeks
};

// Days that count as recent for fairness.
inline constexpr int32_t fair_days = 28;

int32_t fit_score(const VolunteerFit& fit);
std::vector<FitReason> fit_reasons(const VolunteerFit& fit);

// The bit of PersonRegistered::availability: weekday × 3 + morning, afternoon (from noon)
// or evening (from six).
inline constexpr int availability_slots = 3;
int32_t availability_bit(int32_t weekday, int slot);  // weekday 1 Monday .. 7 Sunday
int availability_slot(int32_t minute_of_day);
int32_t availability_bit_of(Day day, int32_t from_minute);

}  // namespace linli::core
