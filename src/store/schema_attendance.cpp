#include "store/fold_attendance.h"

namespace linli::store {

const char* const schema_attendance = "";

}  // namespace linli::store
