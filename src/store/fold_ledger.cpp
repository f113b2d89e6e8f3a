#include "store/fold_ledger.h"

namespace linli::store {

core::Outcome fold_body(Database&, const FoldInput&, const core::FundOpened&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::FundReceived&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::CoinsGrant&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::CoinsGive&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::CoinsDonate&) {
  return core::Outcome::applied();
}

core::Outcome fold_body(Database&, const FoldInput&, const core::TransferReverse&) {
  return core::Outcome::applied();
}

}  // namespace linli::store
