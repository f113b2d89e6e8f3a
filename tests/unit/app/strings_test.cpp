#include "app/strings.h"

#include <gtest/gtest.h>

namespace linli::app {
namespace {

constexpr Language zh = Language::zh_cn;
constexpr Language en = Language::en;

TEST(Strings, FillsPlaceholdersByName) {
  EXPECT_EQ(say(Str::format_span, zh, {{"minutes", "30"}, {"hours", "2"}}), "2 小时 30 分");
  EXPECT_EQ(say(Str::format_span, zh, {{"hours", "2"}}), "2 小时 {minutes} 分");
}

TEST(Strings, GroupsNumbers) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(999), "999");
  EXPECT_EQ(number_text(1000), "1,000");
  EXPECT_EQ(number_text(-1234567), "-1,234,567");
  EXPECT_EQ(number_text(INT64_MIN), "-9,223,372,036,854,775,808");
}

TEST(Strings, SaysMinutesAsHoursAndSpans) {
  EXPECT_EQ(hours_text(90, zh), "1.5 小时");
  EXPECT_EQ(hours_text(60, en), "1 h");
  EXPECT_EQ(hours_text(50, zh), "0.83 小时");
  EXPECT_EQ(hours_text(3, zh), "0.05 小时");
  EXPECT_EQ(hours_text(-90, zh), "-1.5 小时");
  EXPECT_EQ(span_text(150, zh), "2 小时 30 分");
  EXPECT_EQ(span_text(45, zh), "45 分钟");
  EXPECT_EQ(span_text(120, en), "2 h");
  EXPECT_EQ(span_text(0, zh), "0 分钟");
}

TEST(Strings, SaysMoney) {
  EXPECT_EQ(money_text(0), "¥0.00");
  EXPECT_EQ(money_text(123456), "¥1,234.56");
  EXPECT_EQ(money_text(-5), "-¥0.05");
}

TEST(Strings, SaysDays) {
  const base::Day day = base::day_of({2026, 11, 22});
  EXPECT_EQ(day_text(day, day, zh), "11月22日 周日");
  EXPECT_EQ(day_text(day, base::day_of({2027, 1, 1}), zh), "2026年11月22日 周日");
  EXPECT_EQ(day_text(day, day, en), "Sun 22 November");
  EXPECT_EQ(near_day_text({day.number + 1}, day, zh), "明天");
  EXPECT_EQ(near_day_text({day.number + 2}, day, zh), "11月24日 周二");
  EXPECT_EQ(month_text({2026, 2, 1}, zh), "2026年2月");
}

TEST(Strings, KnowsItsLanguages) {
  EXPECT_EQ(language_of("en-GB"), en);
  EXPECT_EQ(language_of("zh-CN"), zh);
  EXPECT_EQ(language_of(""), zh);
  EXPECT_EQ(language_of(tag(en)), en);
}

}  // namespace
}  // namespace linli::app
