#include "core/attendance.h"

#include <gtest/gtest.h>

namespace linli::core {
namespace {

Span span(Day in_day, int32_t in_minute, Day out_day, int32_t out_minute) {
  return {minute_number(in_day, in_minute), minute_number(out_day, out_minute)};
}

TEST(Attendance, CountsMinutesAlsoOverMidnight) {
  const Day monday = base::day_of({2026, 3, 2});
  const Day tuesday = base::day_of({2026, 3, 3});
  EXPECT_EQ(stay_of(span(monday, 540, monday, 630), 480).minutes, 90);
  EXPECT_EQ(stay_of(span(monday, 1380, tuesday, 60), 480).minutes, 120);
  EXPECT_EQ(stay_of(span(monday, 540, monday, 540), 480).minutes, 0);
}

TEST(Attendance, FlagsWhatCannotBeAndWhatIsTooLong) {
  const Day monday = base::day_of({2026, 3, 2});
  const Day tuesday = base::day_of({2026, 3, 3});
  EXPECT_EQ(stay_of(span(monday, 540, monday, 539), 480).flag, Flag::signed_out_before_in);
  const Stay overlong = stay_of(span(monday, 540, tuesday, 540), 480);
  EXPECT_EQ(overlong.flag, Flag::overlong_attendance);
  EXPECT_EQ(overlong.figure, 1440);
  EXPECT_EQ(overlong.minutes, 0);
  EXPECT_EQ(stay_of(span(monday, 540, tuesday, 540), 1440).minutes, 1440);
}

TEST(Attendance, TouchingStaysDoNotOverlap) {
  EXPECT_FALSE(overlap({0, 60}, {60, 120}));
  EXPECT_TRUE(overlap({0, 61}, {60, 120}));
  EXPECT_TRUE(overlap({0, 600}, {60, 120}));
  EXPECT_FALSE(overlap({200, 300}, {60, 120}));
}

TEST(Attendance, OneAttendanceProposesOneRecord) {
  const AttendanceId attendance("at_01JD0000000000000000000001");
  EXPECT_EQ(record_id_of(attendance).view(), "re_01JD0000000000000000000001");
  EXPECT_TRUE(base::well_formed(record_id_of(attendance)));
}

}  // namespace
}  // namespace linli::core
