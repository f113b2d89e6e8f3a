#include "app/embedded.h"

#include "base/check.h"
#include "generated/embedded_assets.h"

namespace linli::app {

std::string_view embedded_asset(std::string_view path) {
  for (const EmbeddedAsset& asset : embedded_assets) {
    if (asset.path == path) return asset.text;
  }
  CHECK(path.empty());  // the caller names a file that was never embedded
  return {};
}

std::vector<std::string_view> embedded_paths(std::string_view folder) {
  std::vector<std::string_view> paths;
  for (const EmbeddedAsset& asset : embedded_assets) {
    if (asset.path.substr(0, folder.size()) == folder) paths.push_back(asset.path);
  }
  return paths;
}

}  // namespace linli::app
