#include "core/ledger.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace linli::core {
namespace {

TEST(Ledger, PaysFromWhatIsPostedAndNotHeldDownToTheFloor) {
  const AccountState account{100, 30, -20};
  EXPECT_EQ(account.available(), 90);
  EXPECT_TRUE(may_pay(account, AccountKind::person, Purse::coin, 90).is_applied());
  const Outcome refused = may_pay(account, AccountKind::person, Purse::coin, 93);
  EXPECT_EQ(refused.refusal, Refusal::not_enough_coins);
  EXPECT_EQ(refused.figure, 3);
  EXPECT_EQ(may_pay(account, AccountKind::person, Purse::points, 91).refusal,
            Refusal::not_enough_points);
  EXPECT_EQ(may_pay(account, AccountKind::fund, Purse::coin, 91).refusal,
            Refusal::not_enough_in_fund);
}

TEST(Ledger, LetsTheBranchIssueBelowZero) {
  EXPECT_TRUE(may_pay({-5000, 0, 0}, AccountKind::branch, Purse::coin, 60).is_applied());
}

TEST(Ledger, MultipliesPricesWithoutOverflow) {
  EXPECT_EQ(price_of(30, 4), 120);
  EXPECT_EQ(price_of(30, 0), 0);
  EXPECT_EQ(price_of(-3, 2), 0);
  EXPECT_EQ(price_of(base::amount_max, 2), 0);
  EXPECT_EQ(price_of(base::amount_max, 1), base::amount_max);
}

TEST(Ledger, NamesTransfersByTheirOperation) {
  const OperationId one("01JD0000000000000000000001");
  const OperationId two("01JD0000000000000000000002");
  EXPECT_TRUE(base::well_formed(transfer_id(one, 0)));
  EXPECT_EQ(transfer_id(one, 0), transfer_id(one, 0));
  EXPECT_NE(transfer_id(one, 0), transfer_id(one, 1));
  EXPECT_NE(transfer_id(one, 0), transfer_id(two, 0));
}

}  // namespace
}  // namespace linli::core
