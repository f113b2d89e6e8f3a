#include "app/branch_kiosk.h"

#include "base/limits.h"
#include "core/person_name.h"
#include "store/query_activity.h"
#include "store/query_kiosk.h"

namespace linli::app {
namespace {

// A session can be signed into from an hour before it begins until half an hour after its end.
constexpr int32_t early_minutes = 60;
constexpr int32_t late_minutes = 30;
constexpr size_t sessions_shown_max = 6;

KioskPerson person_of(const store::KioskPersonRow& row) {
  return {row.person, row.name, core::masked_name(row.name)};
}

std::vector<KioskPerson> people_of(const std::vector<store::KioskPersonRow>& rows) {
  std::vector<KioskPerson> people;
  for (const store::KioskPersonRow& row : rows) people.push_back(person_of(row));
  return people;
}

KioskSession session_of(const store::SessionRow& row) {
  return {row.session,     row.activity_name, row.room_name.empty() ? row.site_name : row.room_name,
          row.session_day, row.from_minute,   row.minutes};
}

}  // namespace

core::SiteId BranchKiosk::site() { return core::SiteId(app_.setting("site")); }

std::optional<KioskPerson> BranchKiosk::by_card(std::string_view card_number) {
  const auto row = store::kiosk_person_by_card(app_.state(), card_number);
  if (!row) return std::nullopt;
  return person_of(*row);
}

std::vector<KioskPerson> BranchKiosk::by_phone_tail(std::string_view tail) {
  return people_of(store::kiosk_people_by_phone_tail(app_.state(), tail));
}

std::vector<KioskPerson> BranchKiosk::by_full_name(std::string_view name) {
  return people_of(store::kiosk_people_by_name(app_.state(), name));
}

std::vector<KioskSession> BranchKiosk::sessions(const base::LocalTime& now) {
  const core::SiteId here = site();
  std::vector<KioskSession> found;
  // Yesterday's may go on past midnight.
  for (const int32_t before : {1, 0}) {
    const core::Day day{now.day.number - before};
    const int32_t minute = now.minute + before * base::minutes_per_day;
    for (const store::SessionRow& row : store::sessions_of_day(app_.state(), day)) {
      const bool at_site = here.empty() || !row.site || *row.site == here;
      const bool open = minute >= row.from_minute - early_minutes &&
                        minute <= row.from_minute + row.minutes + late_minutes;
      if (!row.cancelled && at_site && open) found.push_back(session_of(row));
    }
  }
  if (found.size() > sessions_shown_max) found.resize(sessions_shown_max);
  return found;
}

std::vector<OpenAttendance> BranchKiosk::open_attendances(const core::PersonId& person) {
  std::vector<OpenAttendance> open;
  for (const auto& row : store::kiosk_open_attendances(app_.state(), person)) {
    OpenAttendance one{row.attendance, row.in_day, row.in_minute, std::nullopt};
    if (row.session) {
      if (const auto session = store::find_session(app_.state(), *row.session)) {
        one.session = session_of(*session);
      }
    }
    open.push_back(std::move(one));
  }
  return open;
}

std::optional<MissingTraining> BranchKiosk::missing_training(const core::PersonId& person,
                                                             const core::SessionId& session) {
  const base::LocalTime now = app_.env().local_time();
  const auto missing =
      store::kiosk_missing_course(app_.state(), person, session, now.day, now.minute);
  if (!missing) return std::nullopt;
  MissingTraining training{missing->course, std::nullopt};
  if (missing->next_session) {
    if (const auto next = store::find_session(app_.state(), *missing->next_session)) {
      training.make_up = session_of(*next);
    }
  }
  return training;
}

base::Status BranchKiosk::record(const core::PersonId& person, core::Body body) {
  const auto recorded = app_.dispatch_as(person, std::move(body));
  if (!recorded) return recorded.error();
  // A fact is kept whatever the fold thinks of it; only a device without the right is told no.
  if (recorded.value().id.empty()) return base::Error{base::ErrorCode::storage_locked, ""};
  return base::success();
}

base::Status BranchKiosk::sign_in(const KioskSignIn& entry) {
  core::AttendanceSignedIn body;
  body.attendance = app_.new_id<core::AttendanceId>();
  body.person = entry.person;
  body.session = entry.session;
  if (!entry.session && !site().empty()) body.site = site();
  body.in_day = entry.at.day;
  body.in_minute = entry.at.minute;
  body.method = entry.session ? entry.method : core::SignMethod::walk_up;
  body.helper = entry.helper;
  return record(entry.person, body);
}

base::Status BranchKiosk::sign_out(const KioskSignOut& entry) {
  core::AttendanceSignedOut body;
  body.attendance = entry.attendance;
  body.out_day = entry.at.day;
  body.out_minute = entry.at.minute;
  body.method = entry.method;
  body.helper = entry.helper;
  return record(entry.person, body);
}

PinAnswer BranchKiosk::try_staff_pin(std::string_view pin) {
  switch (app_.session().try_kiosk_pin(pin)) {
    case SignIn::signed_in:
      return PinAnswer::right;
    case SignIn::wait:
      return PinAnswer::wait;
    default:
      return PinAnswer::wrong;
  }
}

int64_t BranchKiosk::staff_pin_wait_seconds() { return app_.session().kiosk_wait_seconds(); }

}  // namespace linli::app
