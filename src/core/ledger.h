// Rules of the double-entry ledger. Every movement is one transfer row that carries both
// accounts, so each purse sums to zero by construction; a balance is never edited.
// Amounts are integer minutes (coin), points or fen and always positive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/field_types.h"
#include "core/refusal.h"

namespace linli::core {

// The one issuing account per purse. It alone may go below zero: what it owes is what
// the branch has promised.
inline constexpr std::string_view branch_owner = "branch";

struct AccountState {
  int64_t posted = 0;  // credits - debits
  int64_t held = 0;    // promised by open holds
  int64_t floor = 0;   // lowest balance the policy allows

  int64_t available() const { return posted - held - floor; }
};

// Applied, or the refusal that fits the account, with the missing amount.
Outcome may_pay(const AccountState& account, AccountKind kind, Purse purse, int64_t amount);

bool valid_amount(int64_t amount);

// Price times quantity; 0 when a figure is not positive or the product is too large.
int64_t price_of(int64_t price, int32_t quantity);

// The n-th transfer an operation makes. Derived, so every replica names it alike.
TransferId transfer_id(const OperationId& operation, int number);

}  // namespace linli::core
