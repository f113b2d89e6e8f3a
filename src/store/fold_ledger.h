// Folds movements of coins and points. Transfers are only added, never changed.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_ledger;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::FundOpened& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::FundReceived& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsGrant& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsGive& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CoinsDonate& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::TransferReverse& body);

// When two entries of one person are merged, what the merged account has moves to the
// kept one as transfers; parting them again reverses these. Parting returns false, and
// moves no coins, when the kept account has spent it. Call these while `merged` stands
// alone: before merging, after parting.
void join_accounts(Database& state, const FoldInput& input, const core::PersonId& kept,
                   const core::PersonId& merged);
bool part_accounts(Database& state, const FoldInput& input, const core::PersonId& kept,
                   const core::PersonId& merged);

}  // namespace linli::store
