// Writes what the canvas shows as the message that web/semantics_wire.js reads.
#pragma once

#include <string>

#include "ui/semantics.h"

namespace linli::shell {

std::string write_semantics(const ui::Semantics& semantics);

}  // namespace linli::shell
