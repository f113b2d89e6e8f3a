#include "store/fold_need.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedPublished&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedCancel&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedClaim&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedDispatch&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedRelease&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedReferred&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::NeedRated&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
