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

}  // namespace linli::store
