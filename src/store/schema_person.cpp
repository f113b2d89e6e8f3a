#include "store/fold_person.h"

namespace linli::store {

const char* const schema_person = "";

}  // namespace linli::store
