#include "app/service_presets.h"

#include <nlohmann/json.hpp>

#include "app/embedded.h"

namespace linli::app {

std::vector<core::ServiceKindDefined> usual_service_kinds() {
  const nlohmann::json file =
      nlohmann::json::parse(embedded_asset("services/usual.json"), nullptr, false);
  CHECK(file.is_object() && file.contains("service_kinds"));
  std::vector<core::ServiceKindDefined> kinds;
  for (const nlohmann::json& one : file["service_kinds"]) {
    core::ServiceKindDefined kind;
    kind.name.text = one["name"].get<std::string>();
    kind.default_minutes = one["minutes"].get<int32_t>();
    kind.professional = one.value("professional", false);
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

}  // namespace linli::app
