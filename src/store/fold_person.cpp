#include "store/fold_person.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::PersonRegistered&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::PersonCorrected&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::PersonErased&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::PersonsMerged&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::PersonsUnmerged&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::ConsentGiven&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::ConsentWithdrawn&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::CardIssued&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::CourseDefined&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::TrainingCompleted&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
