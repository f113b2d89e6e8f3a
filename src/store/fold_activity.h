// Folds activities, sessions and head-counts. An unknown head-count stays NULL and must
// never become 0.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_activity;

core::Outcome fold_body(Database& state, const FoldInput& input, const core::ActivityPlanned& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::ActivityCancelled& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::SessionScheduled& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::SessionCancelled& body);
core::Outcome fold_body(Database& state, const FoldInput& input, const core::HeadsCounted& body);

// Takes back what an import brought, as far as nobody has worked on it since.
void undo_import_of_activities(Database& state, const core::ImportId& import_id);

}  // namespace linli::store
