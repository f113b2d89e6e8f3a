#include "store/fold_policy.h"

namespace linli::store {

const char* const schema_policy = "";

}  // namespace linli::store
