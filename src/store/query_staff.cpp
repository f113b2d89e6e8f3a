#include "store/query_staff.h"

#include "store/column.h"

namespace linli::store {
namespace {

void add_role(StaffRow& staff, const Statement& row, int column) {
  if (const auto role = core::parse_enum<core::StaffRole>(row.text(column))) {
    staff.roles |= core::role_bit(*role);
  }
}

}  // namespace

std::vector<StaffRow> list_staff(Database& state) {
  Statement& row = state.prepare(
      "SELECT s.person, COALESCE(p.name, ''), s.role FROM staff s"
      " LEFT JOIN person_private p ON p.person = s.person"
      " ORDER BY COALESCE(p.initials, ''), COALESCE(p.name, ''), s.person, s.role");
  std::vector<StaffRow> staff;
  while (row.step()) {
    const auto person = row.id<core::PersonId>(0);
    if (staff.empty() || staff.back().person != person) {
      staff.push_back({person, text_at(row, 1), 0});
    }
    add_role(staff.back(), row, 2);
  }
  return staff;
}

std::optional<StaffRow> find_staff(Database& state, const core::PersonId& person) {
  Statement& row = state.prepare(
      "SELECT COALESCE(p.name, ''), s.role FROM staff s"
      " LEFT JOIN person_private p ON p.person = s.person WHERE s.person = ? ORDER BY s.role");
  row.bind(person);
  std::optional<StaffRow> found;
  while (row.step()) {
    if (!found) found = StaffRow{person, text_at(row, 0), 0};
    add_role(*found, row, 1);
  }
  return found;
}

}  // namespace linli::store
