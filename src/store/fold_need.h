// Folds the order cycle: needs and who took them. A claim is refused when the place is
// gone; it must never take a place from somebody who has it.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_need;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedPublished& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedCancel& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedClaim& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedDispatch& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedRelease& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedReferred& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::NeedRated& body);

// The private rows alone, when the payload comes after the operation.
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::NeedPublished& body);

}  // namespace linli::store
