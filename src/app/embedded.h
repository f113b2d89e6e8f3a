// The text files of assets/ that travel inside the program, so that it starts without a
// file to fetch. JSON comes without its blanks.
#pragma once

#include <string_view>
#include <vector>

namespace linli::app {

// `path` is relative to assets/, for example demo/names.json. CHECKs that it is there.
std::string_view embedded_asset(std::string_view path);

// The paths that begin with `folder`, in order.
std::vector<std::string_view> embedded_paths(std::string_view folder);

}  // namespace linli::app
