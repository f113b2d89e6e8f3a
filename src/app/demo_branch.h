// The demo branch: real programmes' teams, rooms, kinds of service and register, invented
// people, and three months of their life up to a given day, as ordinary operations. It
// must only ever be loaded into an empty store that nothing is kept of.
#pragma once

#include <cstdint>
#include <vector>

#include "app/app.h"

namespace linli::app {

struct DemoBranch {
  Identity identity;
  core::PersonId administrator;
  std::vector<core::PersonId> staff;        // the administrator first
  std::vector<core::Operation> operations;  // in the order of time
};

// The same day and seed make the same branch.
DemoBranch make_demo_branch(base::Day today, uint64_t seed);

inline constexpr uint64_t demo_seed = 1;

// The PIN of the first demo staff members; it is shown on the demo's sign-in.
inline constexpr std::string_view demo_pin = "2468";
inline constexpr size_t demo_staff_with_pin = 3;

// Founds the demo branch in an app that was opened in Mode::demo and signs its
// administrator in.
base::Status load_demo_branch(App& app, uint64_t seed);

}  // namespace linli::app
