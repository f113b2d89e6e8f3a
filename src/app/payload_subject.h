// Whom a private payload is about: the person whose erasure takes it away. Empty when
// the operation names nobody.
#pragma once

#include <string>

#include "core/operation.h"

namespace linli::app {

std::string payload_subject(const core::Body& body);

}  // namespace linli::app
