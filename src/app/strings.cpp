#include "app/strings.h"

#include <cstdlib>

#include "base/check.h"
#include "generated/string_tables.h"

namespace linli::app {

std::string_view text(Str id, Language language) {
  const auto index = static_cast<size_t>(id);
  CHECK(index < string_count);
  return language == Language::zh_cn ? string_table_zh_cn[index] : string_table_en[index];
}

std::string say(Str id, Language language, Values values) {
  const std::string_view pattern = text(id, language);
  std::string out;
  out.reserve(pattern.size() + 16);
  size_t at = 0;
  while (at < pattern.size()) {
    const size_t open = pattern.find('{', at);
    const size_t close =
        open == std::string_view::npos ? std::string_view::npos : pattern.find('}', open);
    if (close == std::string_view::npos) {
      break;
    }
    out.append(pattern, at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const std::pair<std::string_view, std::string_view>* found = nullptr;
    for (const auto& value : values) {
      if (value.first == name) {
        found = &value;
      }
    }
    out.append(found ? found->second : pattern.substr(open, close - open + 1));
    at = close + 1;
  }
  out.append(pattern, at);
  return out;
}

std::string_view tag(Language language) { return language == Language::zh_cn ? "zh-CN" : "en"; }

Language language_of(std::string_view tag) {
  return tag.substr(0, 2) == "en" ? Language::en : Language::zh_cn;
}

std::string number_text(int64_t number) {
  const bool negative = number < 0;
  uint64_t rest = negative ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  std::string digits = std::to_string(rest);
  for (size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return negative ? "-" + digits : digits;
}

std::string hours_text(int64_t minutes, Language language) {
  const bool negative = minutes < 0;
  const int64_t hundredths = (std::llabs(minutes) * 100 + 30) / 60;
  std::string number = (negative ? "-" : "") + number_text(hundredths / 100);
  const int64_t fraction = hundredths % 100;
  if (fraction != 0) {
    number += '.';
    number += static_cast<char>('0' + fraction / 10);
    if (fraction % 10 != 0) {
      number += static_cast<char>('0' + fraction % 10);
    }
  }
  return say(Str::format_hours, language, {{"hours", number}});
}

std::string span_text(int64_t minutes, Language language) {
  const bool negative = minutes < 0;
  const int64_t all = std::llabs(minutes);
  const std::string hours = number_text(all / 60);
  const std::string rest = std::to_string(all % 60);
  std::string out = negative ? "-" : "";
  if (all < 60) {
    return out + say(Str::format_span_minutes, language, {{"minutes", rest}});
  }
  if (all % 60 == 0) {
    return out + say(Str::format_span_hours, language, {{"hours", hours}});
  }
  return out + say(Str::format_span, language, {{"hours", hours}, {"minutes", rest}});
}

std::string money_text(int64_t fen) {
  const int64_t all = std::llabs(fen);
  std::string cents = std::to_string(all % 100);
  if (cents.size() < 2) {
    cents.insert(0, "0");
  }
  return (fen < 0 ? "-¥" : "¥") + number_text(all / 100) + "." + cents;
}

std::string_view weekday_text(int32_t weekday, Language language) {
  static constexpr Str names[] = {Str::format_monday,   Str::format_tuesday, Str::format_wednesday,
                                  Str::format_thursday, Str::format_friday,  Str::format_saturday,
                                  Str::format_sunday};
  CHECK(weekday >= 1 && weekday <= 7);
  return text(names[weekday - 1], language);
}

namespace {

std::string_view month_name(int32_t month, Language language) {
  static constexpr Str names[] = {Str::format_month_1,  Str::format_month_2,  Str::format_month_3,
                                  Str::format_month_4,  Str::format_month_5,  Str::format_month_6,
                                  Str::format_month_7,  Str::format_month_8,  Str::format_month_9,
                                  Str::format_month_10, Str::format_month_11, Str::format_month_12};
  CHECK(month >= 1 && month <= 12);
  return text(names[month - 1], language);
}

std::string dated(Str pattern, base::Day day, Language language) {
  const base::CivilDate date = base::civil_of(day);
  return say(pattern, language,
             {{"year", std::to_string(date.year)},
              {"month", month_name(date.month, language)},
              {"day", std::to_string(date.day)},
              {"weekday", weekday_text(base::weekday_of(day), language)}});
}

}  // namespace

std::string full_day_text(base::Day day, Language language) {
  return dated(Str::format_full_day, day, language);
}

std::string day_text(base::Day day, base::Day today, Language language) {
  const bool this_year = base::civil_of(day).year == base::civil_of(today).year;
  return dated(this_year ? Str::format_day : Str::format_full_day, day, language);
}

std::string month_text(base::CivilDate date, Language language) {
  return say(Str::format_month, language,
             {{"year", std::to_string(date.year)}, {"month", month_name(date.month, language)}});
}

std::string near_day_text(base::Day day, base::Day today, Language language) {
  switch (day.number - today.number) {
    case 0:
      return std::string(text(Str::format_today, language));
    case 1:
      return std::string(text(Str::format_tomorrow, language));
    case -1:
      return std::string(text(Str::format_yesterday, language));
    default:
      return day_text(day, today, language);
  }
}

}  // namespace linli::app
