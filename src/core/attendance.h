// Rules of sign-in and sign-out: how long somebody stayed, also over midnight, and what
// makes a stay doubtful. A doubtful stay is kept and flagged, never dropped.
#pragma once

#include <cstdint>

#include "core/field_types.h"
#include "core/refusal.h"

namespace linli::core {

// Minutes since the first minute of 1970-01-01 in local time, to compare stays.
constexpr int64_t minute_number(Day day, int32_t minute) {
  return int64_t{day.number} * (24 * 60) + minute;
}

constexpr bool valid_minute(int32_t minute) { return minute >= 0 && minute < 24 * 60; }

struct Span {
  int64_t from = 0;  // minute_number
  int64_t to = 0;    // first minute after
};

constexpr bool overlap(Span a, Span b) { return a.from < b.to && b.from < a.to; }

struct Stay {
  int32_t minutes = 0;     // 0 unless the flag is none
  Flag flag = Flag::none;  // signed_out_before_in or overlong_attendance
  int64_t figure = 0;      // the minutes of an overlong stay
};

// `minutes_max` is the policy's attendance_minutes_max, or a day for a stay that a
// coordinator has corrected.
Stay stay_of(Span span, int32_t minutes_max);

// The record that a finished attendance proposes; one attendance makes one record.
RecordId record_id_of(const AttendanceId& attendance);

}  // namespace linli::core
