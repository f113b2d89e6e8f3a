#include "base/day.h"

#include <algorithm>

#include "base/check.h"

namespace linli::base {
namespace {

constexpr int32_t year_min = 1900;
constexpr int32_t year_max = 9999;
constexpr int64_t millis_per_day = 24 * 60 * 60 * 1000;

bool is_leap(int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int32_t days_in_month(int32_t year, int32_t month) {
  constexpr int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

void append_digits(std::string& out, int64_t value, int width) {
  char digits[8];
  for (int i = width; i-- > 0;) {
    digits[i] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  out.append(digits, static_cast<size_t>(width));
}

// The number at [begin, begin + width) or -1 when it isn't all digits.
int32_t digits_at(std::string_view text, size_t begin, size_t width) {
  int32_t value = 0;
  for (size_t i = begin; i < begin + width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

// Eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
Day day_of(CivilDate date) {
  const int32_t year = date.month <= 2 ? date.year - 1 : date.year;
  const int32_t era = (year >= 0 ? year : year - 399) / 400;
  const int32_t year_of_era = year - era * 400;
  const int32_t month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
  const int32_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return Day{era * 146097 + day_of_era - 719468};
}

CivilDate civil_of(Day day) {
  const int32_t shifted = day.number + 719468;
  const int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int32_t day_of_era = shifted - era * 146097;
  const int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int32_t month_from_march = (5 * day_of_year + 2) / 153;
  const int32_t day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int32_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return CivilDate{year, month, day_of_month};
}

bool valid(CivilDate date) {
  return date.year >= year_min && date.year <= year_max && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int32_t weekday_of(Day day) {
  // 1970-01-01 was a Thursday.
  const int32_t since_monday = (day.number + 3) % 7;
  return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

std::string to_text(Day day) {
  const CivilDate date = civil_of(day);
  CHECK(date.year >= 0 && date.year <= 9999);
  std::string text;
  append_digits(text, date.year, 4);
  text += '-';
  append_digits(text, date.month, 2);
  text += '-';
  append_digits(text, date.day, 2);
  return text;
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const CivilDate date{digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2)};
  if (!valid(date)) return std::nullopt;
  return day_of(date);
}

std::string instant_text(int64_t unix_millis) {
  // A broken clock may claim any year; what is written must be readable again.
  const int64_t first = day_of({year_min, 1, 1}).number * millis_per_day;
  const int64_t last = (day_of({year_max, 12, 31}).number + 1) * millis_per_day - 1;
  const int64_t millis = std::clamp(unix_millis, first, last);
  int64_t day_number = millis / millis_per_day;
  int64_t rest = millis % millis_per_day;
  if (rest < 0) {
    rest += millis_per_day;
    --day_number;
  }
  std::string text = to_text(Day{static_cast<int32_t>(day_number)});
  text += 'T';
  append_digits(text, rest / 3600000, 2);
  text += ':';
  append_digits(text, rest / 60000 % 60, 2);
  text += ':';
  append_digits(text, rest / 1000 % 60, 2);
  text += '.';
  append_digits(text, rest % 1000, 3);
  text += 'Z';
  return text;
}

std::optional<int64_t> parse_instant(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text[23] != 'Z') {
    return std::nullopt;
  }
  const std::optional<Day> day = parse_day(text.substr(0, 10));
  const int32_t hour = digits_at(text, 11, 2);
  const int32_t minute = digits_at(text, 14, 2);
  const int32_t second = digits_at(text, 17, 2);
  const int32_t milli = digits_at(text, 20, 3);
  if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
      milli < 0) {
    return std::nullopt;
  }
  return day->number * millis_per_day + hour * int64_t{3600000} + minute * 60000 + second * 1000 +
         milli;
}

std::string minute_text(int32_t minute_of_day) {
  CHECK(minute_of_day >= 0 && minute_of_day < 24 * 60);
  std::string text;
  append_digits(text, minute_of_day / 60, 2);
  text += ':';
  append_digits(text, minute_of_day % 60, 2);
  return text;
}

}  // namespace linli::base
