// A calendar day without a time zone, and minutes of a day. The fold knows only these:
// a day is what the person meant, never computed from a clock inside the fold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linli::base {

struct CivilDate {
  int32_t year;
  int32_t month;  // 1..12
  int32_t day;    // 1..31
};

// Days since 1970-01-01, proleptic Gregorian calendar.
struct Day {
  int32_t number = 0;

  friend bool operator==(Day a, Day b) { return a.number == b.number; }
  friend bool operator!=(Day a, Day b) { return a.number != b.number; }
  friend bool operator<(Day a, Day b) { return a.number < b.number; }
  friend bool operator<=(Day a, Day b) { return a.number <= b.number; }
};

Day day_of(CivilDate date);
CivilDate civil_of(Day day);
bool valid(CivilDate date);
int32_t weekday_of(Day day);  // 1 Monday .. 7 Sunday

std::string to_text(Day day);                         // 2026-11-22
std::optional<Day> parse_day(std::string_view text);  // exactly YYYY-MM-DD, years 1900..9999

// Milliseconds since 1970 as 2026-11-22T08:01:02.003Z and back.
std::string instant_text(int64_t unix_millis);
std::optional<int64_t> parse_instant(std::string_view text);

std::string minute_text(int32_t minute_of_day);  // 08:05

}  // namespace linli::base
