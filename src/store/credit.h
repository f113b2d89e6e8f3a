// What approving minutes would credit, by the policy of the day of service and what the
// volunteer has earned before. The fold posts exactly this, and the review screen shows it
// beforehand; it writes nothing.
#pragma once

#include <optional>

#include "core/policy.h"
#include "store/database.h"

namespace linli::store {

struct CreditPlan {
  core::Policy policy;
  core::Credit credit;
  int64_t point_parts = 0;
  core::Points points;
};

// `volunteer` is the kept one of merged people. Nothing when no policy was in force.
std::optional<CreditPlan> plan_credit(Database& state, const core::PersonId& volunteer,
                                      const core::ServiceKindId& service_kind,
                                      core::Day service_day, int32_t minutes);

}  // namespace linli::store
