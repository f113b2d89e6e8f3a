// Who may do what: the rights of staff roles and of devices, as one table. The fold asks
// it for every operation, and the app asks it before an operation is made.
#pragma once

#include <cstdint>

#include "core/operation.h"

namespace linli::core {

// A set of staff roles, one bit each.
using StaffRoles = uint32_t;
constexpr StaffRoles role_bit(StaffRole role) { return StaffRoles{1} << static_cast<int>(role); }

// The staff roles that may do it, for others as well.
StaffRoles roles_that_may(const Body& body);

// True when a person with these roles (0 = no staff member) may do it: staff by their role,
// everybody what they do for themselves, and who is no staff member what a kiosk or a phone
// offers to anybody. An auditor only reads.
bool actor_may(StaffRoles roles, const PersonId& actor, const Body& body);

// A stolen kiosk must not be able to approve hours or adopt a policy.
bool device_may(ReplicaRole role, const Body& body);

}  // namespace linli::core
