// Reads the versions of the rules: which policy is in force on a day, and all of them.
// Past days keep the policy that was in force then.
#pragma once

#include <optional>
#include <vector>

#include "core/policy.h"
#include "store/database.h"

namespace linli::store {

// The policy with the latest effective day that is not after `day`; null when there is none.
// Valid until the next operation is folded.
const core::Policy* policy_of(Database& state, core::Day day);
// The same to keep.
std::optional<core::Policy> policy_in_force(Database& state, core::Day day);

// Latest effective day first.
std::vector<core::Policy> list_policies(Database& state);

}  // namespace linli::store
