// Folds the shop: stock, placed and handed-over redemptions and their holds.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_shop;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::ItemOffered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::StockReceived& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RedemptionPlace& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::RedemptionHandedOver& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::RedemptionCancel& body);

}  // namespace linli::store
