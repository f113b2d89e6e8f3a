// Folds who was there. Attendance is a fact: it is kept whatever else is wrong.
#pragma once

#include "store/fold.h"

namespace linli::store {

extern const char* const schema_attendance;

core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::AttendanceSignedIn& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::AttendanceSignedOut& body);
core::Outcome fold_body(Database& state, const FoldInput& input,
                        const core::AttendanceCorrected& body);

}  // namespace linli::store
