// Writes what the canvas shows as the message that web/semantics_wire.js reads.
#pragma once

#include <string>

#include "ui/semantics.h"

namespace linli::shell {

// `texts_read`: how many texts typed into fields it answers.
std::string write_semantics(const ui::Semantics& semantics, uint32_t texts_read);

}  // namespace linli::shell
