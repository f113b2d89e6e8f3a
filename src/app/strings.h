// The words of the interface in the language of the day, and numbers, days and spans of
// time said in it. It must never hold a sentence of its own: all text is in
// assets/strings, from which generated/strings.h and
// generated/string_tables.h are made.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/day.h"
#include "generated/strings.h"

namespace linli::app {

enum class Language : uint8_t { zh_cn, en };

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

std::string_view text(Str id, Language language);

// The text with its {name} placeholders filled. A placeholder without a value stays as it is.
std::string say(Str id, Language language, Values values);

// zh-CN and en, as in the lang attribute of a page.
std::string_view tag(Language language);
Language language_of(std::string_view tag);  // zh_cn for anything unknown

// 12,345
std::string number_text(int64_t number);
// Minutes as hours with at most two decimals and the unit: 1.5 小时, 1.5 h.
std::string hours_text(int64_t minutes, Language language);
// Minutes as a span: 2 小时 30 分, 45 分钟.
std::string span_text(int64_t minutes, Language language);
// Fen as yuan: ¥12.30.
std::string money_text(int64_t fen);
// 11月22日 周日; with the year when it is not `today`'s.
std::string day_text(base::Day day, base::Day today, Language language);
// 2026年11月22日 周日
std::string full_day_text(base::Day day, Language language);
// 2026年11月
std::string month_text(base::CivilDate date, Language language);
// 周日
std::string_view weekday_text(int32_t weekday, Language language);
// 今天, 明天, 昨天 or the day.
std::string near_day_text(base::Day day, base::Day today, Language language);

}  // namespace linli::app
