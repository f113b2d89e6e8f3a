#include "store/query_devices.h"

#include "store/column.h"

namespace linli::store {

std::vector<DeviceRow> list_devices(Database& state) {
  Statement& row = state.prepare(
      "SELECT r.replica, r.role, COALESCE(i.device, ''), s.replica IS NOT NULL, r.revoked"
      " FROM replica r LEFT JOIN invite i ON i.invite = r.invite"
      " LEFT JOIN space s ON s.replica = r.replica"
      " ORDER BY s.replica IS NULL, COALESCE(i.device, ''), r.replica");
  std::vector<DeviceRow> devices;
  while (row.step()) {
    devices.push_back({row.id<core::ReplicaId>(0), enum_at<core::ReplicaRole>(row, 1),
                       text_at(row, 2), row.integer(3) != 0, row.integer(4) != 0});
  }
  return devices;
}

std::string device_name(Database& state, const core::ReplicaId& replica) {
  Statement& row = state.prepare(
      "SELECT COALESCE(i.device, '') FROM replica r LEFT JOIN invite i ON i.invite = r.invite"
      " WHERE r.replica = ?");
  row.bind(replica);
  if (!row.step()) return "";
  std::string name = text_at(row, 0);
  row.reset();
  return name;
}

std::vector<core::ReplicaId> names_of_device(Database& state, const core::ReplicaId& replica) {
  Statement& row = state.prepare(
      "WITH RECURSIVE same(replica, step) AS (SELECT replica, 0 FROM replica WHERE replica = ?"
      " UNION SELECT r.replica, step + 1 FROM same JOIN invite i ON i.renews = same.replica"
      " JOIN replica r ON r.invite = i.invite) SELECT replica FROM same ORDER BY step, replica");
  row.bind(replica);
  std::vector<core::ReplicaId> names;
  while (row.step()) names.push_back(row.id<core::ReplicaId>(0));
  return names;
}

std::vector<InviteRow> open_invites(Database& state, core::Day today) {
  Statement& row = state.prepare(
      "SELECT invite, role, COALESCE(device, ''), expires_day FROM invite"
      " WHERE used_by IS NULL AND expires_day >= ? ORDER BY expires_day, invite");
  row.bind(today.number);
  std::vector<InviteRow> invites;
  while (row.step()) {
    invites.push_back({row.id<core::InviteId>(0), enum_at<core::ReplicaRole>(row, 1),
                       text_at(row, 2), day_at(row, 3)});
  }
  return invites;
}

}  // namespace linli::store
