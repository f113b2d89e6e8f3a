// Whole files in and out. A file is written new beside its place, flushed to the disk
// and renamed, so that a crash leaves the old one or the new one, never half of one.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace linli::headless {

base::Result<std::string> read_whole_file(const std::string& path);
base::Status write_new_file(const std::string& path, std::string_view bytes);

}  // namespace linli::headless
