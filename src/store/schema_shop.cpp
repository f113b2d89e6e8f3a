#include "store/fold_shop.h"

namespace linli::store {

const char* const schema_shop = "";

}  // namespace linli::store
