#include "app/policy_presets.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/embedded.h"

namespace linli::app {
namespace {

// Fills the fields that the file names; all others keep what the operation starts with.
struct FieldFiller {
  const nlohmann::json& object;

  void operator()(std::string_view name, core::Title& title) {
    if (const auto* found = member(name)) title.text = found->get<std::string>();
  }
  void operator()(std::string_view name, int32_t& value) {
    if (const auto* found = member(name)) value = found->get<int32_t>();
  }
  void operator()(std::string_view name, std::optional<int32_t>& value) {
    if (const auto* found = member(name)) value = found->get<int32_t>();
  }
  void operator()(std::string_view name, bool& value) {
    if (const auto* found = member(name)) value = found->get<bool>();
  }
  void operator()(std::string_view name, core::RoundingRule& rule) {
    const auto* found = member(name);
    if (found == nullptr) return;
    const auto known = core::parse_enum<core::RoundingRule>(found->get<std::string>());
    CHECK(known.has_value());
    rule = *known;
  }
  void operator()(std::string_view, core::PolicyId&) {}
  void operator()(std::string_view, core::Day&) {}

  const nlohmann::json* member(std::string_view name) const {
    const auto found = object.find(std::string(name));
    return found == object.end() ? nullptr : &*found;
  }
};

PolicyPreset read_preset(std::string_view path) {
  const nlohmann::json file = nlohmann::json::parse(embedded_asset(path), nullptr, false);
  CHECK(file.is_object() && file.contains("policy"));
  PolicyPreset preset;
  const size_t name_begin = path.rfind('/') + 1;
  preset.key = path.substr(name_begin, path.rfind('.') - name_begin);
  preset.programme = file.value("programme", "");
  preset.rules_from = file.value("rules_from", "");
  FieldFiller filler{file["policy"]};
  preset.policy.fields(filler);
  return preset;
}

}  // namespace

std::vector<PolicyPreset> policy_presets() {
  std::vector<PolicyPreset> presets;
  for (const std::string_view path : embedded_paths("policies/")) {
    presets.push_back(read_preset(path));
  }
  const auto order = [](const PolicyPreset& preset) {
    return std::pair(preset.programme.empty(), preset.programme);
  };
  std::stable_sort(presets.begin(), presets.end(),
                   [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return presets;
}

}  // namespace linli::app
