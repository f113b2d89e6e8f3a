// Reads accounts, statements, holds and funds, and checks that every sum of the ledger
// agrees with its transfers. Amounts are minutes (coin), points or fen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct Balance {
  int64_t posted = 0;
  int64_t held = 0;
  int64_t available() const { return posted - held; }
};

struct PersonBalances {
  Balance coin;
  Balance points;
  int64_t earned_minutes = 0;  // credited for service, ever
};

PersonBalances person_balances(Database& state, const core::PersonId& person);

struct AccountRow {
  std::string owner;
  core::AccountKind kind = core::AccountKind::person;
  std::string name;  // of the person or fund; empty when not known here
  Balance balance;
};

// By owner; `after` is the last owner of the page before.
std::vector<AccountRow> list_accounts(Database& state, core::Purse purse, core::AccountKind kind,
                                      std::string_view after, int limit);

// The accounts that hold most, largest first.
std::vector<AccountRow> largest_accounts(Database& state, core::Purse purse, core::AccountKind kind,
                                         int limit);

struct StatementLine {
  int64_t number = 0;  // position in the ledger
  core::TransferId transfer;
  core::Day day;
  core::TransferReason reason = core::TransferReason::service;
  std::string subject;
  std::string other_owner;
  std::string other_name;
  int64_t change = 0;         // positive when the account gained
  int64_t balance_after = 0;  // posted, after this line
  std::optional<core::PolicyId> policy;
  std::optional<core::TransferId> reverses;
  bool reversed = false;
};

// Newest first; `before` is the smallest number of the page before.
std::vector<StatementLine> statement_of(Database& state, std::string_view owner, core::Purse purse,
                                        std::optional<int64_t> before, int limit);

struct HoldRow {
  std::string subject;
  core::Purse purse = core::Purse::coin;
  int64_t amount = 0;
  core::TransferReason reason = core::TransferReason::redemption;
  core::Day day;
};

std::vector<HoldRow> open_holds_of(Database& state, std::string_view owner);

struct FundRow {
  core::FundId fund;
  std::string name;
  std::string source;
  int64_t coin_received = 0;
  int64_t coin_granted = 0;
  int64_t coin_left = 0;
  int64_t fen_left = 0;
};

std::vector<FundRow> list_funds(Database& state);

struct PurseTotals {
  core::Purse purse = core::Purse::coin;
  int64_t transfers = 0;
  int64_t with_people = 0;
  int64_t with_funds = 0;
  int64_t issued = 0;  // what the branch owes: minus its balance
};

std::vector<PurseTotals> purse_totals(Database& state);

// Each figure is 0 in a sound ledger.
struct LedgerFaults {
  int64_t purses_not_zero = 0;           // accounts of a purse that do not sum to zero
  int64_t posted_not_transfers = 0;      // accounts whose balance is not the sum of transfers
  int64_t held_not_holds = 0;            // accounts whose held sum is not that of open holds
  int64_t reversals_not_opposite = 0;    // reversals of another amount or purse
  int64_t credited_not_transferred = 0;  // approved records whose coins were not posted
  bool none() const {
    return purses_not_zero == 0 && posted_not_transfers == 0 && held_not_holds == 0 &&
           reversals_not_opposite == 0 && credited_not_transferred == 0;
  }
};

LedgerFaults check_ledger(Database& state);

}  // namespace linli::store
