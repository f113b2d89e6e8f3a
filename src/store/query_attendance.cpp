#include "store/query_attendance.h"

#include "store/column.h"

namespace linli::store {
namespace {

#define LINLI_ATTENDANCE_COLUMNS                                                                  \
  "SELECT t.attendance, t.person, COALESCE(p.name, ''), t.session, COALESCE(a.name, ''),"         \
  " COALESCE(st.name, ''), t.in_day, t.in_minute, t.in_method, t.out_day, t.out_minute,"          \
  " t.minutes, t.state, t.duplicate_of IS NOT NULL, t.corrected FROM attendance t"                \
  " LEFT JOIN person_private p ON p.person = t.person"                                            \
  " LEFT JOIN session s ON s.session = t.session LEFT JOIN activity a ON a.activity = s.activity" \
  " LEFT JOIN room m ON m.room = s.room"                                                          \
  " LEFT JOIN site st ON st.site = COALESCE(t.site, s.site, m.site)"

AttendanceState state_at(const Statement& row, int column) {
  if (row.text(column) == "closed") return AttendanceState::closed;
  return row.text(column) == "open" ? AttendanceState::open : AttendanceState::doubtful;
}

AttendanceRow read_row(const Statement& row) {
  AttendanceRow attendance;
  attendance.attendance = row.id<core::AttendanceId>(0);
  attendance.person = row.id<core::PersonId>(1);
  attendance.person_name = text_at(row, 2);
  attendance.session = optional_id_at<core::SessionId>(row, 3);
  attendance.activity_name = text_at(row, 4);
  attendance.site_name = text_at(row, 5);
  attendance.in_day = day_at(row, 6);
  attendance.in_minute = number_at(row, 7);
  attendance.in_method = enum_at<core::SignMethod>(row, 8);
  if (!row.is_null(9)) attendance.out_day = day_at(row, 9);
  attendance.out_minute = optional_number_at(row, 10);
  attendance.minutes = optional_number_at(row, 11);
  attendance.state = state_at(row, 12);
  attendance.duplicate = row.integer(13) != 0;
  attendance.corrected = row.integer(14) != 0;
  return attendance;
}

std::vector<AttendanceRow> read_rows(Statement& row) {
  std::vector<AttendanceRow> rows;
  while (row.step()) rows.push_back(read_row(row));
  return rows;
}

}  // namespace

std::vector<AttendanceRow> sign_in_sheet(Database& state, const core::SessionId& session) {
  Statement& row = state.prepare(LINLI_ATTENDANCE_COLUMNS
                                 " WHERE t.session = ? ORDER BY t.in_day, t.in_minute,"
                                 " t.attendance");
  row.bind(session);
  return read_rows(row);
}

std::vector<AttendanceRow> in_now(Database& state, const std::optional<core::SiteId>& site,
                                  core::Day today) {
  Statement& row =
      state.prepare(LINLI_ATTENDANCE_COLUMNS
                    " WHERE t.state <> 'closed' AND t.duplicate_of IS NULL AND t.state = 'open'"
                    " AND t.in_day BETWEEN ?1 - 1 AND ?1"
                    " AND (?2 IS NULL OR COALESCE(t.site, s.site, m.site) = ?2)"
                    " ORDER BY t.in_day, t.in_minute, t.attendance");
  row.bind(today.number, site);
  return read_rows(row);
}

std::optional<AttendanceRow> open_attendance_of(Database& state, const core::PersonId& person,
                                                core::Day today) {
  Statement& row = state.prepare(
      LINLI_ATTENDANCE_COLUMNS
      " WHERE t.person = ?1 AND t.in_day BETWEEN ?2 - 1 AND ?2 AND t.state = 'open'"
      " AND t.duplicate_of IS NULL ORDER BY t.in_day DESC, t.in_minute DESC, t.attendance LIMIT 1");
  row.bind(person, today.number);
  if (!row.step()) return std::nullopt;
  AttendanceRow found = read_row(row);
  row.reset();
  return found;
}

std::vector<AttendanceRow> unfinished_attendance(Database& state, core::Day today, int limit) {
  Statement& row = state.prepare(LINLI_ATTENDANCE_COLUMNS
                                 " WHERE t.state <> 'closed' AND t.duplicate_of IS NULL"
                                 " AND (t.in_day < ?1 OR t.state = 'doubtful')"
                                 " ORDER BY t.in_day, t.in_minute, t.attendance LIMIT ?2");
  row.bind(today.number, limit);
  return read_rows(row);
}

int64_t unfinished_attendance_count(Database& state, core::Day today) {
  Statement& row = state.prepare(
      "SELECT COUNT(*) FROM attendance WHERE state <> 'closed' AND duplicate_of IS NULL"
      " AND (in_day < ? OR state = 'doubtful')");
  row.bind(today.number);
  CHECK(row.step());
  const int64_t count = row.integer(0);
  row.reset();
  return count;
}

std::vector<AttendanceRow> attendance_of_person(Database& state, const core::PersonId& person,
                                                const std::optional<AttendanceCursor>& before,
                                                int limit) {
  Statement& row =
      state.prepare(LINLI_ATTENDANCE_COLUMNS
                    " WHERE t.person = ? AND (t.in_day, t.in_minute, t.attendance) < (?, ?, ?)"
                    " ORDER BY t.in_day DESC, t.in_minute DESC, t.attendance DESC LIMIT ?");
  row.bind(person, before ? before->in_day.number : INT32_MAX, before ? before->in_minute : 0,
           before ? before->attendance.view() : std::string_view(), limit);
  return read_rows(row);
}

}  // namespace linli::store
