#include "app/date_text.h"

#include <gtest/gtest.h>

namespace linli::app {
namespace {

struct Case {
  const char* text;
  const char* from;
  const char* to;
  bool months_only;
};

TEST(DateText, ReadsDaysAndSpansAsPeopleWriteThem) {
  const Case cases[] = {
      {"2021年12月1日", "2021-12-01", "2021-12-01", false},
      {"2021年12月1号", "2021-12-01", "2021-12-01", false},
      {" 2021 年 12 月 1 日 ", "2021-12-01", "2021-12-01", false},
      {"２０２１年１２月１日", "2021-12-01", "2021-12-01", false},
      {"2021-12-01", "2021-12-01", "2021-12-01", false},
      {"2021/12/1", "2021-12-01", "2021-12-01", false},
      {"2021.12.1", "2021-12-01", "2021-12-01", false},
      {"2021年9-2022年4月", "2021-09-01", "2022-04-30", true},
      {"2021年9月-2022年4月", "2021-09-01", "2022-04-30", true},
      {"2021年9月至12月", "2021-09-01", "2021-12-31", true},
      {"2024年2月", "2024-02-01", "2024-02-29", true},
      {"2021年12月1日-2022年1月3日", "2021-12-01", "2022-01-03", false},
      {"2021年12月1日至5日", "2021-12-01", "2021-12-05", false},
      {"2021年12月1-5日", "2021-12-01", "2021-12-05", false},
      {"2021年12月30日～2022年1月2日", "2021-12-30", "2022-01-02", false},
  };
  for (const Case& c : cases) {
    const DateText days = read_days(c.text);
    EXPECT_EQ(days.problem, DateProblem::none) << c.text;
    EXPECT_EQ(base::to_text(days.range.from), c.from) << c.text;
    EXPECT_EQ(base::to_text(days.range.to), c.to) << c.text;
    EXPECT_EQ(days.range.months_only, c.months_only) << c.text;
  }
}

TEST(DateText, SaysWhatIsWrong) {
  EXPECT_EQ(read_days("2021年2月30日").problem, DateProblem::impossible);
  EXPECT_EQ(read_days("2021-13-01").problem, DateProblem::impossible);
  EXPECT_EQ(read_days("2021年13月").problem, DateProblem::impossible);
  EXPECT_EQ(read_days("2021年0月").problem, DateProblem::impossible);
  EXPECT_EQ(read_days("2022年4月-2021年9月").problem, DateProblem::wrong_order);
  for (const char* text :
       {"", "明天", "12月1日", "2021", "2021年", "20211201", "2021年12月1日下午", "2021-12", "-",
        "2021年年12月", "2021年12月1日-", "2021年12月-5日", "99999年1月1日"}) {
    EXPECT_EQ(read_days(text).problem, DateProblem::unreadable) << text;
  }
}

}  // namespace
}  // namespace linli::app
