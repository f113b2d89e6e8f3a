// Reads what the fold did not simply apply: flags that wait for a coordinator and
// refusals nobody has read yet. What is not yet at the hub is told by the log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "core/refusal.h"
#include "store/database.h"

namespace linli::store {

struct OutcomeRow {
  core::OperationId operation;
  core::Outcome outcome;
  std::string op_kind;  // wire name: attendance.signed_in@1
  core::PersonId actor;
  std::string actor_name;  // empty when not known here
  core::ReplicaId replica;
  core::Day day;
  std::string subject;  // id of what the operation was about
  core::PersonId person;
  std::string person_name;
};

struct OutcomeCursor {
  core::Day day;
  core::OperationId operation;
};

struct OpenOutcomes {
  int64_t flags = 0;
  int64_t refusals = 0;
};
OpenOutcomes count_open_outcomes(Database& state);

// How often each refusal and flag stands in the whole order, by name.
struct OutcomeCount {
  bool refused = false;
  std::string reason;
  int64_t count = 0;
};
std::vector<OutcomeCount> count_outcomes(Database& state);

// Newest first, with no resolution yet.
std::vector<OutcomeRow> open_flags(Database& state, const std::optional<OutcomeCursor>& before,
                                   int limit);
std::vector<OutcomeRow> unread_refusals(Database& state, const std::optional<OutcomeCursor>& before,
                                        int limit);
// Of one person, read or not, newest first.
std::vector<OutcomeRow> refusals_of(Database& state, const core::PersonId& person, int limit);

}  // namespace linli::store
