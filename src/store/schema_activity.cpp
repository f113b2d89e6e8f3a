#include "store/fold_activity.h"

namespace linli::store {

const char* const schema_activity = "";

}  // namespace linli::store
