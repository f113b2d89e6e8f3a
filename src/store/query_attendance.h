// Reads who was there, who is in now, and which sign-outs are missing or doubtful.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

enum class AttendanceState : uint8_t { open, closed, doubtful };

struct AttendanceRow {
  core::AttendanceId attendance;
  core::PersonId person;
  std::string person_name;  // empty when not known here
  std::optional<core::SessionId> session;
  std::string activity_name;  // empty for a walk-up without a session
  std::string site_name;
  core::Day in_day;
  int32_t in_minute = 0;
  core::SignMethod in_method = core::SignMethod::card;
  std::optional<core::Day> out_day;
  std::optional<int32_t> out_minute;
  std::optional<int32_t> minutes;
  AttendanceState state = AttendanceState::open;
  bool duplicate = false;
  bool corrected = false;
};

// In order of sign-in.
std::vector<AttendanceRow> sign_in_sheet(Database& state, const core::SessionId& session);

// Everybody signed in and not out since the day before `today`, at one site (of the
// sign-in or its session) or at all sites.
std::vector<AttendanceRow> in_now(Database& state, const std::optional<core::SiteId>& site,
                                  core::Day today);

// The sign-in that a sign-out of this person would close; nothing when not signed in.
std::optional<AttendanceRow> open_attendance_of(Database& state, const core::PersonId& person,
                                                core::Day today);

// Open since before `today`, or doubtful: what a coordinator has to put right.
std::vector<AttendanceRow> unfinished_attendance(Database& state, core::Day today, int limit);
int64_t unfinished_attendance_count(Database& state, core::Day today);

struct AttendanceCursor {
  core::Day in_day;
  int32_t in_minute = 0;
  core::AttendanceId attendance;
};

// Newest first.
std::vector<AttendanceRow> attendance_of_person(Database& state, const core::PersonId& person,
                                                const std::optional<AttendanceCursor>& before,
                                                int limit);

}  // namespace linli::store
