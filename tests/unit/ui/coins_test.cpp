#include <gtest/gtest.h>

#include "store/query_policy.h"
#include "unit/ui/branch_desk.h"

namespace linli::ui {
namespace {

class Coins : public BranchDesk {
 protected:
  core::FundId open_fund(int64_t minutes) {
    core::FundOpened fund;
    fund.fund = desk.app().new_id<core::FundId>();
    fund.name.text = "助老基金";
    fund.source.text = "福利彩票公益金";
    record(fund);
    if (minutes > 0) record(core::FundReceived{fund.fund, core::Purse::coin, minutes});
    return fund.fund;
  }
  std::vector<store::StatementLine> lines(const core::PersonId& person) {
    return store::statement_of(desk.state(), person.view(), core::Purse::coin, std::nullopt, 50);
  }
};

TEST_F(Coins, AnEmptyBranchSaysHowCoinsCome) {
  desk.go("coins");
  EXPECT_TRUE(desk.shows("账目平衡"));
  EXPECT_TRUE(desk.shows("还没有人得到时间币"));
  EXPECT_TRUE(desk.shows("还没有基金"));
  desk.expect_sound();
}

TEST_F(Coins, AFundIsOpenedFilledAndGrants) {
  desk.go("coins");
  desk.press(Role::button, "新设基金");
  EXPECT_TRUE((desk.find(Role::button, "新设基金")->states & state_disabled) != 0);
  desk.type("基金名称", "助老基金");
  desk.type("资金来源", "福利彩票公益金");
  desk.press(Role::button, "新设基金");
  EXPECT_TRUE(desk.shows("资金来源：福利彩票公益金"));
  desk.press(Role::button, "基金收到时间币");
  desk.type("数量", "20");
  EXPECT_TRUE(desk.shows("合计 10 枚"));
  desk.press(Role::button, "基金收到时间币");
  desk.press(Role::button, "资助时间币");
  desk.type("给谁", "cgf");
  desk.press(Role::button, "陈桂芳");
  desk.type("数量", "6");
  desk.press(Role::button, "资助时间币");
  EXPECT_EQ(balances(recipient_).coin.posted, 180);
  EXPECT_EQ(store::list_funds(desk.state())[0].coin_left, 420);
  EXPECT_TRUE(desk.shows("7 枚"));
  EXPECT_TRUE(desk.shows("账目平衡"));
  expect_ledger_sound();
  desk.press(Role::button, "陈桂芳");
  EXPECT_EQ(desk.route(), "coins/" + recipient_.str());
  EXPECT_TRUE(desk.shows("基金资助"));
  desk.expect_sound();
}

TEST_F(Coins, AFundThatHasTooLittleSaysByHowMuch) {
  open_fund(60);
  desk.go("coins");
  desk.press(Role::button, "资助时间币");
  desk.type("给谁", "cgf");
  desk.press(Role::button, "陈桂芳");
  desk.type("数量", "6");
  desk.press(Role::button, "资助时间币");
  EXPECT_TRUE(desk.shows("基金里的时间币不够，还差 2 枚"));
  EXPECT_EQ(balances(recipient_).coin.posted, 0);
}

TEST_F(Coins, OneGivesAndDonatesAndReadsEachLine) {
  open_fund(60);
  earn(volunteer_, 9 * 60, 120);
  desk.go("coins/" + volunteer_.str());
  EXPECT_NE(desk.find(Role::heading, "李秀英的时间币"), nullptr);
  desk.press(Role::button, "赠予");
  desk.type("给谁", "cgf");
  desk.press(Role::button, "陈桂芳");
  desk.press(Role::button, "赠予");
  EXPECT_EQ(balances(recipient_).coin.posted, 60);
  desk.press(Role::button, "捐给基金");
  desk.type("数量", "1");
  desk.press(Role::button, "捐给基金");
  EXPECT_EQ(balances(volunteer_).coin.posted, 30);
  EXPECT_TRUE(desk.shows("服务所得"));
  EXPECT_TRUE(desk.shows("赠予"));
  EXPECT_TRUE(desk.shows("捐赠"));
  EXPECT_TRUE(desk.shows("+2 枚"));
  EXPECT_TRUE(desk.shows("余 0.5 枚"));
  EXPECT_EQ(lines(volunteer_).size(), 3u);
  expect_ledger_sound();
  desk.press(Role::button, "赠予");
  desk.type("给谁", "cgf");
  desk.press(Role::button, "陈桂芳");
  desk.press(Role::button, "赠予");
  EXPECT_TRUE(desk.shows("时间币不够，还差 0.5 枚"));
  EXPECT_EQ(balances(volunteer_).coin.posted, 30);
}

TEST_F(Coins, AGiftIsReversedByALineAndNeverTwice) {
  earn(volunteer_, 9 * 60, 120);
  record(core::CoinsGive{volunteer_, recipient_, 60});
  desk.go("coins/" + volunteer_.str());
  desk.press(Role::button, "赠予, ");
  EXPECT_TRUE(desk.shows("原来的流水保留"));
  desk.press(Role::button, "冲正");
  EXPECT_EQ(balances(volunteer_).coin.posted, 120);
  EXPECT_EQ(balances(recipient_).coin.posted, 0);
  EXPECT_EQ(lines(volunteer_).size(), 3u);
  expect_ledger_sound();
  desk.press(Role::button, "赠予, ");
  EXPECT_TRUE(desk.shows("已经冲正或本身就是冲正"));
  EXPECT_EQ(lines(volunteer_).size(), 3u);
}

TEST_F(Coins, AServiceLineLeadsToItsRecord) {
  const core::RecordId id = earn(volunteer_, 9 * 60, 120);
  desk.go("coins/" + volunteer_.str());
  desk.press(Role::button, "服务所得");
  EXPECT_EQ(desk.route(), "records/" + id.str());
}

TEST_F(Coins, AStatementIsPrintedAndExported) {
  earn(volunteer_, 9 * 60, 120);
  desk.go("coins/" + volunteer_.str());
  desk.press(Role::button, "打印对账单");
  const auto printed = desk.asked<app::PrintHtml>();
  ASSERT_TRUE(printed.has_value());
  EXPECT_NE(printed->second.html.find("+2 枚"), std::string::npos) << printed->second.html;
  desk.press(Role::button, "导出表格");
  const auto saved = desk.asked<app::SaveFile>();
  ASSERT_TRUE(saved.has_value());
  EXPECT_NE(saved->second.bytes.find("服务所得"), std::string::npos);
  EXPECT_EQ(saved->second.bytes.compare(0, 3, "\xEF\xBB\xBF"), 0) << "spreadsheets need the mark";
}

TEST_F(Coins, NewRulesApplyFromTheirDayOn) {
  desk.go("coins/policies");
  EXPECT_TRUE(desk.shows("现行"));
  desk.press(Role::button, "采用新规则");
  desk.type("每小时积分", "20");
  desk.type("一天至多（小时）", "2");
  desk.expect_sound();
  desk.press(Role::button, "采用新规则");
  EXPECT_TRUE(desk.shows("新规则已采用"));
  const auto now = store::policy_in_force(desk.state(), today());
  ASSERT_TRUE(now.has_value());
  EXPECT_EQ(now->points_per_hour, 20);
  EXPECT_EQ(now->cap_day_minutes, 120);
  EXPECT_EQ(store::policy_in_force(desk.state(), day(-1))->points_per_hour, 10);
}

TEST_F(Coins, APresetFillsTheForm) {
  desk.go("coins/policies");
  desk.press(Role::button, "采用新规则");
  desk.press(Role::combo_box, "参考哪个项目");
  const Node* first = desk.find(Role::option, "");
  ASSERT_NE(first, nullptr);
  const std::string name = first->name;
  desk.press(Role::option, name);
  desk.press(Role::button, "采用新规则");
  const auto policies = store::list_policies(desk.state());
  ASSERT_EQ(policies.size(), 2u);
  EXPECT_TRUE(policies[0].name.text == name || policies[1].name.text == name);
}

TEST_F(Coins, AnAddressThatNamesNobodySaysSo) {
  desk.go("coins/p_01JD0000000000000000000000");
  EXPECT_TRUE(desk.shows("没有找到这个人")) << desk.listing();
}

}  // namespace
}  // namespace linli::ui
