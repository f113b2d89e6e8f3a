#include "store/fold_need.h"

namespace linli::store {

const char* const schema_need = "";

}  // namespace linli::store
