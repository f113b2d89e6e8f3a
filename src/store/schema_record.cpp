#include "store/fold_record.h"

namespace linli::store {

const char* const schema_record = "";

}  // namespace linli::store
