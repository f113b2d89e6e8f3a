#include "store/fold_activity.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::ActivityPlanned&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::ActivityCancelled&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::SessionScheduled&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::SessionCancelled&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::HeadsCounted&) {
  return core::Outcome::applied();
}

void undo_import_of_activities(Database&, const core::ImportId&) {}

}  // namespace linli::store
