#include "base/day.h"

#include <gtest/gtest.h>

namespace linli::base {
namespace {

TEST(Day, KnownDays) {
  struct Row {
    const char* text;
    int32_t number;
    int32_t weekday;
  };
  const Row rows[] = {
      {"1970-01-01", 0, 4},     {"1969-12-31", -1, 3},     {"2000-02-29", 11016, 2},
      {"2026-11-22", 20779, 7}, {"1900-01-01", -25567, 1}, {"2199-12-31", 84005, 2},
  };
  for (const Row& row : rows) {
    const auto day = parse_day(row.text);
    ASSERT_TRUE(day.has_value()) << row.text;
    EXPECT_EQ(day->number, row.number) << row.text;
    EXPECT_EQ(weekday_of(*day), row.weekday) << row.text;
    EXPECT_EQ(to_text(*day), row.text);
  }
}

TEST(Day, EveryDayOfThreeCenturiesGoesThereAndBack) {
  const Day first = day_of({1900, 1, 1});
  const Day last = day_of({2199, 12, 31});
  int32_t weekday = 1;
  for (Day day = first; day <= last; ++day.number) {
    const CivilDate date = civil_of(day);
    ASSERT_TRUE(valid(date));
    ASSERT_EQ(day_of(date), day);
    ASSERT_EQ(weekday_of(day), weekday);
    weekday = weekday % 7 + 1;
  }
}

TEST(Day, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2026-11-2", "2026-13-01", "2026-02-29", "2100-02-29", "2026-00-10",
                           "2026-04-31", "2026/11/22", "20261122--", "1899-12-31", "10000-01-01",
                           "2026-11-22 ", "+026-11-22", "2026-1a-22"}) {
    EXPECT_FALSE(parse_day(text).has_value()) << text;
  }
}

TEST(Instant, GoesThereAndBack) {
  EXPECT_EQ(instant_text(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(instant_text(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(instant_text(1795334462003), "2026-11-22T08:01:02.003Z");
  EXPECT_EQ(parse_instant("2026-11-22T08:01:02.003Z"), 1795334462003);
  EXPECT_EQ(parse_instant("1969-12-31T23:59:59.999Z"), -1);
}

TEST(Instant, ABrokenClockIsStillWritable) {
  for (const int64_t millis : {INT64_MIN, INT64_MAX}) {
    EXPECT_TRUE(parse_instant(instant_text(millis)).has_value());
  }
  EXPECT_EQ(instant_text(INT64_MAX), "9999-12-31T23:59:59.999Z");
}

TEST(Instant, RefusesOtherForms) {
  for (const char* text :
       {"2026-11-22T08:01:02Z", "2026-11-22 08:01:02.003Z", "2026-11-22T24:00:00.000Z",
        "2026-11-22T08:60:00.000Z", "2026-11-22T08:01:60.000Z", "2026-11-22T08:01:02.003+", ""}) {
    EXPECT_FALSE(parse_instant(text).has_value()) << text;
  }
}

TEST(Minute, IsWrittenWithTwoDigits) {
  EXPECT_EQ(minute_text(0), "00:00");
  EXPECT_EQ(minute_text(485), "08:05");
  EXPECT_EQ(minute_text(1439), "23:59");
}

}  // namespace
}  // namespace linli::base
