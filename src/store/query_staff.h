// Reads who of the staff works here, for the sign-in and the hand-over. Names come from
// the private part; a device without it shows roles only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/authority.h"
#include "store/database.h"

namespace linli::store {

struct StaffRow {
  core::PersonId person;
  std::string name;
  core::StaffRoles roles = 0;
};

// By name.
std::vector<StaffRow> list_staff(Database& state);
std::optional<StaffRow> find_staff(Database& state, const core::PersonId& person);

}  // namespace linli::store
