// Folds people, consents, cards and training. Names and phones go to person_private
// only, and no public row may ever depend on them.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_person;

core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::PersonRegistered& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::PersonCorrected& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::PersonErased& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::PersonsMerged& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::PersonsUnmerged& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::ConsentGiven& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::ConsentWithdrawn& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CardIssued& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::CourseDefined& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::TrainingCompleted& body);

// The private rows alone, when the payload comes after the operation.
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::PersonRegistered& body);
void fold_body_details(Database& state, const core::Operation& operation,
                       const core::PersonCorrected& body);

}  // namespace linli::store
