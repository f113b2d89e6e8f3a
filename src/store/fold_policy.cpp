#include "store/fold_policy.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::PolicyAdopted&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
