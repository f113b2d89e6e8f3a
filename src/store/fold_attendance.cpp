#include "store/fold_attendance.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::AttendanceSignedIn&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::AttendanceSignedOut&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::AttendanceCorrected&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
