#include "app/demo_branch.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "store/query_activity.h"
#include "store/query_attendance.h"
#include "store/query_ledger.h"
#include "store/query_record.h"
#include "store/query_shop.h"
#include "store/query_today.h"
#include "unit/app/fake_env.h"

namespace linli::app {
namespace {

std::unique_ptr<App> open_demo(FakeEnv& env) {
  auto opened = App::open(env, {":memory:", ":memory:", {}, Mode::demo});
  EXPECT_TRUE(opened.ok());
  return std::move(opened).value();
}

std::map<std::string, int64_t> outcomes(store::Database& state) {
  std::map<std::string, int64_t> counts;
  store::Statement& row = state.prepare(
      "SELECT kind || ' ' || reason || ' ' || op_kind, COUNT(*) FROM outcome GROUP BY 1 ORDER BY "
      "1");
  while (row.step()) counts[std::string(row.text(0))] = row.integer(1);
  return counts;
}

TEST(DemoBranch, IsTheSameForTheSameDayAndSeed) {
  const base::Day today = base::day_of({2026, 3, 5});
  const DemoBranch one = make_demo_branch(today, 1);
  const DemoBranch two = make_demo_branch(today, 1);
  ASSERT_EQ(one.operations.size(), two.operations.size());
  EXPECT_GE(one.operations.size(), 3000u);
  EXPECT_LE(one.operations.size(), 9000u);
  RecordProperty("operations", std::to_string(one.operations.size()));
  std::set<std::string> ids;
  for (size_t i = 0; i < one.operations.size(); ++i) {
    EXPECT_EQ(one.operations[i].id, two.operations[i].id);
    EXPECT_EQ(one.operations[i].body.index(), two.operations[i].body.index());
    EXPECT_TRUE(base::well_formed(one.operations[i].id));
    EXPECT_LE(one.operations[i].day.number, today.number);
    ids.insert(one.operations[i].id.str());
  }
  EXPECT_EQ(ids.size(), one.operations.size());
  EXPECT_NE(make_demo_branch(today, 2).operations.size(), one.operations.size());
}

TEST(DemoBranch, TellsThreeMonthsOfABranchWithSomethingToDoToday) {
  for (const int64_t days_later : {0, 3}) {  // a Thursday and a Sunday
    FakeEnv env;
    env.millis += days_later * 86400000;
    const auto app = open_demo(env);
    ASSERT_TRUE(load_demo_branch(*app, 1).ok());
    store::Database& state = app->state();
    EXPECT_TRUE(app->session().signed_in());
    EXPECT_TRUE(store::check_ledger(state).none());

    for (const auto& [what, count] : outcomes(state)) {
      RecordProperty(what, std::to_string(count));
      EXPECT_LT(count, 60) << what;
      EXPECT_EQ(what.find("unknown"), std::string::npos) << what << " " << count;
      EXPECT_EQ(what.find("unfoldable"), std::string::npos) << what << " " << count;
      EXPECT_EQ(what.find("not_allowed"), std::string::npos) << what << " " << count;
    }
    EXPECT_GE(outcomes(state).size(), 3u);

    const store::TodayCounts today = store::today_counts(state, app->today());
    EXPECT_GE(today.sessions_today, 1);
    EXPECT_GE(today.unreviewed_records, 10);
    EXPECT_GE(today.unfilled_needs, 3);
    EXPECT_GE(today.overdue_needs, 1);
    EXPECT_GE(today.forgotten_sign_outs, 1);
    EXPECT_GE(today.open_redemptions, 1);
    EXPECT_GE(today.low_stock_items, 1);

    EXPECT_EQ(
        store::list_accounts(state, core::Purse::coin, core::AccountKind::fund, "", 10).size(), 2u);
    const auto activities = store::list_activities(state, app->today(), std::nullopt, 100);
    EXPECT_EQ(activities.size(), 16u + 8u);
    const auto totals = store::activity_totals(state, base::day_of({2021, 9, 1}),
                                               base::day_of({2022, 4, 30}), app->today());
    EXPECT_EQ(totals.heads.known, 289);
    EXPECT_EQ(totals.heads.unknown, 3);
  }
}

}  // namespace
}  // namespace linli::app
