// Folds service records and their review. Coins follow only from an approval.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_record;

core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::EvidenceAttached& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::ServiceReported& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RecordApprove& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RecordReject& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RecordAppeal& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::RecordReverse& body);

}  // namespace linli::store
