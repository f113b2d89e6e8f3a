#include "app/activity_table.h"

#include <gtest/gtest.h>

#include "app/embedded.h"
#include "app/strings.h"

namespace linli::app {
namespace {

TEST(ActivityTable, ReadsTheTableOfTheNeighboursProgramme) {
  const auto table = read_activity_table(embedded_asset("demo/laolinju-activities.csv"));
  ASSERT_TRUE(table.ok());
  const auto& rows = table.value().rows;
  ASSERT_EQ(rows.size(), 16u);
  int64_t heads = 0;
  int unknown = 0;
  for (const ActivityTableRow& row : rows) {
    EXPECT_TRUE(row.good()) << row.line;
    heads += row.head_count.value_or(0);
    unknown += row.head_count ? 0 : 1;
  }
  EXPECT_EQ(rows[0].serial, 1);
  EXPECT_TRUE(rows[0].days_are_months);
  EXPECT_EQ(base::to_text(rows[0].from_day), "2021-09-01");
  EXPECT_EQ(base::to_text(rows[0].to_day), "2022-04-30");
  EXPECT_EQ(rows[0].activity_kind, core::ActivityKind::publicity);
  EXPECT_FALSE(rows[0].head_count.has_value());
  EXPECT_EQ(rows[1].head_count, 20);
  EXPECT_EQ(rows[1].activity_kind, core::ActivityKind::counselling);
  EXPECT_FALSE(rows[12].head_count.has_value());  // row 13 says how, not how many
  EXPECT_EQ(rows[12].activity_kind, core::ActivityKind::training);
  EXPECT_EQ(heads, 289);
  EXPECT_EQ(unknown, 3);
}

TEST(ActivityTable, TakesColumnsByHeadingInAnyOrderAndLanguage) {
  const auto table =
      read_activity_table("地点,备注,签到人数,活动名称,日期\n活动室,晴,12,演讲比赛,2021-12-13\n");
  ASSERT_TRUE(table.ok());
  const ActivityTableRow& row = table.value().rows.at(0);
  EXPECT_EQ(row.place, "活动室");
  EXPECT_EQ(row.name, "演讲比赛");
  EXPECT_EQ(row.activity_kind, core::ActivityKind::contest);
  EXPECT_EQ(row.head_count, 12);
  EXPECT_EQ(table.value().unused_columns, std::vector<std::string>{"备注"});
  EXPECT_TRUE(read_activity_table("Date,Name\n2021-12-13,Market day\n").ok());
}

TEST(ActivityTable, SaysWhichColumnIsMissing) {
  const auto no_days = read_activity_table("序号,活动\n1,演讲\n");
  ASSERT_FALSE(no_days.ok());
  EXPECT_EQ(no_days.error().code, base::ErrorCode::column_missing);
  EXPECT_EQ(no_days.error().where, "days");
  EXPECT_EQ(read_activity_table("时间,地点\n").error().where, "name");
  EXPECT_EQ(read_activity_table("").error().code, base::ErrorCode::table_empty);
  EXPECT_EQ(read_activity_table("活动,时间\n").error().code, base::ErrorCode::table_empty);
}

TEST(ActivityTable, GivesEachRowItsOwnProblems) {
  const auto table = read_activity_table(
      "序号,活动,时间,签到人数\n"
      "1,,2021-12-01,3\n"
      "x,演讲,2021-02-30,二十\n"
      "3,演讲,,0\n"
      "4,演讲,2022年4月-2021年9月,100001\n"
      "5,演讲,2021-12-01,1,2\n"
      "6,演讲,2021-12-02,７\n"
      "7,演讲,2021-12-02,9\n");
  ASSERT_TRUE(table.ok());
  const auto problems = [&](size_t row) {
    std::vector<RowProblem> list;
    for (const CellProblem& problem : table.value().rows.at(row).problems) {
      list.push_back(problem.problem);
    }
    return list;
  };
  using List = std::vector<RowProblem>;
  EXPECT_EQ(problems(0), List{RowProblem::name_missing});
  EXPECT_EQ(problems(1), (List{RowProblem::days_impossible, RowProblem::serial_unreadable,
                               RowProblem::heads_unreadable}));
  EXPECT_EQ(problems(2), List{RowProblem::days_missing});
  EXPECT_EQ(problems(3), (List{RowProblem::days_wrong_order, RowProblem::heads_too_many}));
  EXPECT_EQ(problems(4), List{RowProblem::columns_too_many});
  EXPECT_EQ(problems(5), List{});
  EXPECT_EQ(table.value().rows[5].head_count, 7);
  EXPECT_EQ(problems(6), List{RowProblem::twice_in_file});
  EXPECT_EQ(table.value().rows[1].line, 3);
}

TEST(ActivityTable, AWrittenZeroIsZeroAndABlankIsUnknown) {
  const auto table = read_activity_table("活动,时间,签到人数\n甲,2021-12-01,0\n乙,2021-12-01, \n");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().rows[0].head_count, 0);
  EXPECT_FALSE(table.value().rows[1].head_count.has_value());
}

TEST(ActivityTable, HasASentenceForEveryProblem) {
  for (int i = 0; i <= static_cast<int>(RowProblem::already_here); ++i) {
    const Str id = sentence(static_cast<RowProblem>(i));
    EXPECT_FALSE(text(id, Language::zh_cn).empty());
    EXPECT_FALSE(text(id, Language::en).empty());
  }
}

}  // namespace
}  // namespace linli::app
