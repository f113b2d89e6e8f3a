// Policies of known programmes and cities as they published them (assets/policies), to
// adopt as they are or to start from. Adopting one is an ordinary operation.
#pragma once

#include <string>
#include <vector>

#include "core/operations_ledger.h"

namespace linli::app {

struct PolicyPreset {
  std::string key;             // the file's name, for example guangzhou
  std::string programme;       // 000 … 004, empty for a city's general practice
  std::string rules_from;      // what the programme's document says, in its own language
  core::PolicyAdopted policy;  // without id and effective day
};

// The five programmes first, in the order of their numbers.
std::vector<PolicyPreset> policy_presets();

}  // namespace linli::app
