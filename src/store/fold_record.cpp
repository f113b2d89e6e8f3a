#include "store/fold_record.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::EvidenceAttached&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::ServiceReported&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RecordApprove&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RecordReject&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RecordAppeal&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RecordReverse&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
