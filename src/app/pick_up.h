// Pick-up codes: six digits that only the person has. The operation carries their hash,
// bound to the redemption, so that any device of the branch can check a code offline.
#pragma once

#include <string>
#include <string_view>

#include "base/env.h"
#include "core/field_types.h"

namespace linli::app {

inline constexpr size_t pick_up_digits = 6;

// Six digits, each code equally likely.
std::string new_pick_up_code(base::Env& env);
// sha256("linli.pick_up/1\n" + redemption + "\n" + code) in hex.
core::Hash pick_up_hash(const core::RedemptionId& redemption, std::string_view code);

}  // namespace linli::app
