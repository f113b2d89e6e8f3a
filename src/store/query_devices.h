// Reads which devices belong to the branch, and which invites are open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct DeviceRow {
  core::ReplicaId replica;
  core::ReplicaRole role = core::ReplicaRole::desk;
  std::string name;  // what the inviter called it; empty for the founding device
  bool founding = false;
  bool revoked = false;
};

// The founding device first, then by name.
std::vector<DeviceRow> list_devices(Database& state);
// Empty when nobody named it.
std::string device_name(Database& state, const core::ReplicaId& replica);

// A device and the names it took after it was copied, itself first.
std::vector<core::ReplicaId> names_of_device(Database& state, const core::ReplicaId& replica);

struct InviteRow {
  core::InviteId invite;
  core::ReplicaRole role = core::ReplicaRole::desk;
  std::string device;
  core::Day expires_day;
};

// Not used yet and not expired on `today`, the soonest to expire first.
std::vector<InviteRow> open_invites(Database& state, core::Day today);

}  // namespace linli::store
