#include "store/fold_shop.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::ItemOffered&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::StockReceived&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RedemptionPlace&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RedemptionHandedOver&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::RedemptionCancel&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
