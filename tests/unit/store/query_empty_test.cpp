#include <gtest/gtest.h>

#include "store/query_activity.h"
#include "store/query_attendance.h"
#include "store/query_ledger.h"
#include "store/query_policy.h"
#include "store/query_record.h"
#include "store/query_shop.h"
#include "store/query_today.h"
#include "unit/store/branch.h"

namespace linli::store {
namespace {

// A new branch has nothing to show, and every screen must be able to say so.
TEST(Queries, AnswerInANewBranch) {
  Branch branch;
  Database& state = branch.state();
  const core::Day today = branch.today;
  const auto person = id<core::PersonId>("A");
  EXPECT_FALSE(policy_in_force(state, today).has_value());
  EXPECT_TRUE(list_policies(state).empty());
  EXPECT_EQ(person_balances(state, person).coin.posted, 0);
  EXPECT_TRUE(list_accounts(state, core::Purse::coin, core::AccountKind::person, "", 10).empty());
  EXPECT_TRUE(statement_of(state, person.view(), core::Purse::coin, std::nullopt, 10).empty());
  EXPECT_TRUE(open_holds_of(state, person.view()).empty());
  EXPECT_TRUE(list_funds(state).empty());
  EXPECT_TRUE(purse_totals(state).empty());
  EXPECT_TRUE(check_ledger(state).none());
  EXPECT_TRUE(review_queue(state, std::nullopt, 10).empty());
  EXPECT_EQ(review_queue_count(state), 0);
  EXPECT_TRUE(records_of_volunteer(state, person, std::nullopt, 10).empty());
  EXPECT_FALSE(record_detail(state, id<core::RecordId>("R")).has_value());
  EXPECT_EQ(served_between(state, person, today, today).records, 0);
  EXPECT_TRUE(list_activities(state, today, std::nullopt, 10).empty());
  EXPECT_FALSE(find_activity(state, id<core::ActivityId>("A"), today).has_value());
  EXPECT_EQ(activity_totals(state, today, today, today).heads.unknown, 0);
  EXPECT_TRUE(sessions_of_day(state, today).empty());
  EXPECT_TRUE(sessions_of_activity(state, id<core::ActivityId>("A")).empty());
  EXPECT_FALSE(find_session(state, id<core::SessionId>("S")).has_value());
  EXPECT_FALSE(same_activity(state, "演讲", today, "").has_value());
  EXPECT_TRUE(sign_in_sheet(state, id<core::SessionId>("S")).empty());
  EXPECT_TRUE(in_now(state, std::nullopt, today).empty());
  EXPECT_FALSE(open_attendance_of(state, person, today).has_value());
  EXPECT_TRUE(unfinished_attendance(state, today, 10).empty());
  EXPECT_TRUE(attendance_of_person(state, person, std::nullopt, 10).empty());
  EXPECT_TRUE(list_items(state, std::nullopt, 10).empty());
  EXPECT_FALSE(find_item(state, id<core::ItemId>("I")).has_value());
  EXPECT_TRUE(open_redemptions(state, std::nullopt, 10).empty());
  EXPECT_TRUE(redemptions_of(state, person, std::nullopt, 10).empty());
  EXPECT_FALSE(find_redemption(state, id<core::RedemptionId>("R")).has_value());
  EXPECT_EQ(today_counts(state, today).unfilled_needs, 0);
  EXPECT_EQ(unfinished_attendance_count(state, today), 0);
}

}  // namespace
}  // namespace linli::store
