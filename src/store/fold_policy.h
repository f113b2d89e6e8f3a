// Folds the versions of the rules. A version is never changed once adopted.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_policy;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::PolicyAdopted& body);

}  // namespace linli::store
