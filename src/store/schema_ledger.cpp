#include "store/fold_ledger.h"

namespace linli::store {

const char* const schema_ledger = "";

}  // namespace linli::store
