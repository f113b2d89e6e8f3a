// Text made safe for the report view, which is the only HTML the program writes.
#pragma once

#include <string>
#include <string_view>

namespace linli::ui {

// The characters & < > " become entities.
std::string html_text(std::string_view text);

}  // namespace linli::ui
