// The only writer of transfers, holds and the sums of accounts. It decides nothing:
// folds ask core/ledger.h first. A transfer is never changed or deleted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/ledger.h"
#include "store/fold.h"

namespace linli::store {

struct AccountKey {
  core::AccountKind kind = core::AccountKind::branch;
  std::string owner{core::branch_owner};

  static AccountKey branch() { return {}; }
  static AccountKey of(const core::PersonId& person) {
    return {core::AccountKind::person, person.str()};
  }
  static AccountKey of(const core::FundId& fund) { return {core::AccountKind::fund, fund.str()}; }
};

// From the debited account, which loses, to the credited one.
struct Movement {
  core::Purse purse = core::Purse::coin;
  AccountKey debit;
  AccountKey credit;
  int64_t amount = 0;
  core::TransferReason reason = core::TransferReason::correction;
  std::string subject;  // record, redemption, need … or empty
  std::optional<core::PolicyId> policy;
  std::optional<core::TransferId> reverses;
};

struct Hold {
  core::Purse purse = core::Purse::coin;
  AccountKey debit;
  AccountKey credit;
  int64_t amount = 0;
  core::TransferReason reason = core::TransferReason::redemption;
};

// One per folded operation; counts the transfers it makes.
class Postings {
 public:
  Postings(Database& state, const FoldInput& input) : state_(state), input_(input) {}

  // Floors of people come from the policy in force on the day of the operation.
  core::Outcome may_pay(const AccountKey& account, core::Purse purse, int64_t amount);
  // What the account may still pay; 0 when nothing.
  int64_t available(const AccountKey& account, core::Purse purse);

  void post(const Movement& movement);

  // A hold is named by its subject and part, for example a need and its volunteer. A
  // second hold of one name replaces a hold that is no longer open.
  void hold(std::string_view subject, std::string_view part, const Hold& hold);
  // Posts at most what is held under the name of `transfer_subject` and releases the
  // rest. Returns what was posted, or nothing when no hold of that name is open.
  std::optional<int64_t> post_hold(std::string_view subject, std::string_view part, int64_t amount,
                                   std::string_view transfer_subject,
                                   const std::optional<core::PolicyId>& policy);
  // Returns false when no hold of that name is open.
  bool void_hold(std::string_view subject, std::string_view part);
  void void_holds(std::string_view subject);
  // Holds again what a settled hold held, as far as the payer still has it.
  void reopen_hold(std::string_view subject, std::string_view part);

  // Posts the opposite of a transfer, or refuses: unknown, reversed before, itself a
  // reversal, or the amount is spent. Accounts of merged people are those of the kept.
  core::Outcome reverse(const core::TransferId& transfer);
  // Reverses every unreversed transfer of a subject, or none when one can't be.
  core::Outcome reverse_subject(std::string_view subject);

 private:
  core::AccountState state_of(const AccountKey& account, core::Purse purse);
  AccountKey key_of(std::string_view owner, core::Purse purse);
  AccountKey kept_key_of(std::string_view owner, core::Purse purse);
  void change(const AccountKey& account, core::Purse purse, int64_t posted, int64_t held);

  Database& state_;
  const FoldInput& input_;
  int made_ = 0;
};

}  // namespace linli::store
