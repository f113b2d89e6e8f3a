#include "store/query_sync.h"

#include <gtest/gtest.h>

#include "unit/store/branch.h"

namespace linli::store {
namespace {

TEST(QuerySync, FlagsAndRefusalsStayOpenUntilSomebodyLooks) {
  Branch branch;
  core::NeedClaim claim;
  claim.need = id<core::NeedId>("N");
  claim.volunteer = id<core::PersonId>("V");
  std::vector<core::OperationId> refused;
  for (int i = 0; i < 5; ++i) {
    branch.today = core::Day{20000 + i};
    EXPECT_EQ(branch.fold(claim).refusal, core::Refusal::unknown_need);
    refused.push_back(branch.last);
  }
  core::ConsentWithdrawn withdrawn;
  withdrawn.person = claim.volunteer;
  EXPECT_EQ(branch.fold(withdrawn).flag, core::Flag::unknown_reference);

  EXPECT_EQ(count_open_outcomes(branch.state()).refusals, 5);
  EXPECT_EQ(count_open_outcomes(branch.state()).flags, 1);
  const auto flags = open_flags(branch.state(), std::nullopt, 10);
  ASSERT_EQ(flags.size(), 1u);
  EXPECT_EQ(flags[0].op_kind, "consent.withdrawn@1");
  EXPECT_EQ(flags[0].person, claim.volunteer);

  // Pages of two, newest first, meet every row once.
  std::vector<core::OperationId> seen;
  std::optional<OutcomeCursor> before;
  while (true) {
    const auto page = unread_refusals(branch.state(), before, 2);
    if (page.empty()) break;
    for (const OutcomeRow& row : page) seen.push_back(row.operation);
    before = OutcomeCursor{page.back().day, page.back().operation};
  }
  EXPECT_EQ(seen, std::vector<core::OperationId>(refused.rbegin(), refused.rend()));

  core::RefusalSeen read;
  read.operation = refused[0];
  EXPECT_TRUE(branch.fold(read).is_applied());
  EXPECT_EQ(count_open_outcomes(branch.state()).refusals, 4);
  EXPECT_EQ(refusals_of(branch.state(), claim.volunteer, 10).size(), 5u);
}

}  // namespace
}  // namespace linli::store
