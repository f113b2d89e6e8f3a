// A short code over every row of this device's state, for two people who want to know on the
// telephone whether their devices hold the same. It reads every row: only when asked.
#pragma once

#include <string>

#include "app/app.h"

namespace linli::app {

// Four groups of four characters. Different while something recorded here is not at the hub.
std::string check_code(App& app);

}  // namespace linli::app
