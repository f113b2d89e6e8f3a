// What a kiosk may look up: one person by what they hold or say, what they are in the
// middle of, and what they still have to learn. It never lists people, and the names it
// returns are for comparing, not for showing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_types.h"
#include "store/database.h"

namespace linli::store {

struct KioskPersonRow {
  core::PersonId person;  // the kept one of merged people
  std::string name;
};

std::optional<KioskPersonRow> kiosk_person_by_card(Database& state, std::string_view card_number);
// Everybody whose phone ends in these four digits.
std::vector<KioskPersonRow> kiosk_people_by_phone_tail(Database& state, std::string_view tail);
std::vector<KioskPersonRow> kiosk_people_by_name(Database& state, std::string_view name);

struct KioskOpenAttendance {
  core::AttendanceId attendance;
  core::Day in_day;
  int32_t in_minute = 0;
  std::optional<core::SessionId> session;
};

// Signed in and not out, newest first.
std::vector<KioskOpenAttendance> kiosk_open_attendances(Database& state,
                                                        const core::PersonId& person);

struct KioskMissingCourse {
  std::string course;                           // empty: any course will do
  std::optional<core::SessionId> next_session;  // where it is taught next
};

// The course a volunteer needs for this session's kind of service and has not done.
std::optional<KioskMissingCourse> kiosk_missing_course(Database& state,
                                                       const core::PersonId& person,
                                                       const core::SessionId& session,
                                                       core::Day today, int32_t minute);

}  // namespace linli::store
