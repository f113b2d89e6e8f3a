// The kinds of service that most branches know (assets/services), so that a branch can take
// its first need on its first day. Defining one is an ordinary operation.
#pragma once

#include <vector>

#include "core/operations_space.h"

namespace linli::app {

// Without ids, in the order in which they are offered.
std::vector<core::ServiceKindDefined> usual_service_kinds();

}  // namespace linli::app
