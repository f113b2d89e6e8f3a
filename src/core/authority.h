// Who may do what: the rights of staff roles and of devices, as one table. The fold asks
// it for every operation, and the app asks it before an operation is made.
#pragma once

#include <cstdint>

#include "core/operation.h"

namespace linli::core {

// A set of staff roles, one bit each.
using StaffRoles = uint32_t;
constexpr StaffRoles role_bit(StaffRole role) { return StaffRoles{1} << static_cast<int>(role); }

// The roles of which the actor needs one; 0 means that anybody may, with no sign-in.
StaffRoles roles_needed(const Body& body);

// A stolen kiosk must not be able to approve hours or adopt a policy.
bool device_may(ReplicaRole role, const Body& body);

}  // namespace linli::core
