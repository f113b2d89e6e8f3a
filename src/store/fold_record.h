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

// Keeps a record that waits for review, also for attendance that has ended. Tells
// duplicate_record when the volunteer has another record in that time, already_exists
// (and changes nothing) when the record is known, unfoldable when its times make no sense.
core::Flag keep_record(Database& state, const FoldInput& input, const core::ServiceReported& body);

// Removes what was written about the services a person gave or received.
void erase_record_texts(Database& state, const core::PersonId& person);

// The private rows alone, when the payload comes after the operation.
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::ServiceReported& body);
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::RecordReject& body);
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::RecordAppeal& body);

}  // namespace linli::store
