// Reads days and spans of days as people write them in tables: 2021年12月1日, 2021-12-01,
// 2021/12/1, 2021年9月, 2021年9-2022年4月, 2021年9月-2022年4月, 2021年12月1日至5日. It must
// never fill in a year, month or day that the text does not settle.
#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"

namespace linli::app {

struct DayRange {
  base::Day from;
  base::Day to;
  bool months_only = false;  // the text names months; the range spans them whole
};

enum class DateProblem : unsigned char {
  none,
  unreadable,
  impossible,   // a 31st of February, a month 13
  wrong_order,  // ends before it begins
};

struct DateText {
  DateProblem problem = DateProblem::none;
  DayRange range;
};

DateText read_days(std::string_view text);

}  // namespace linli::app
