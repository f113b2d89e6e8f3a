#include "store/fold_attendance.h"

#include <optional>
#include <string>

#include "base/limits.h"
#include "core/attendance.h"
#include "store/fold_record.h"
#include "store/person_facts.h"
#include "store/query_policy.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;

// The session somebody signs in to, with what its activity says.
struct FoundSession {
  bool known = false;
  std::optional<int32_t> capacity;
  std::optional<core::ServiceKindId> service_kind;
  std::optional<core::TeamId> team;
};

FoundSession find_session(Database& state, const std::optional<core::SessionId>& session) {
  FoundSession found;
  if (!session) return found;
  Statement& row = state.prepare(
      "SELECT s.capacity, a.service_kind, a.team FROM session s"
      " LEFT JOIN activity a ON a.activity = s.activity WHERE s.session = ?");
  row.bind(*session);
  if (!row.step()) return found;
  found.known = true;
  if (!row.is_null(0)) found.capacity = static_cast<int32_t>(row.integer(0));
  if (!row.is_null(1)) found.service_kind = row.id<core::ServiceKindId>(1);
  if (!row.is_null(2)) found.team = row.id<core::TeamId>(2);
  row.reset();
  return found;
}

struct FoundAttendance {
  bool known = false;
  core::AttendanceId attendance;
  core::PersonId person;
  std::optional<core::SessionId> session;
  core::Day in_day;
  int32_t in_minute = 0;
  std::optional<core::AttendanceId> duplicate_of;
  std::string state;
};

FoundAttendance find_attendance(Database& state, const core::AttendanceId& attendance) {
  FoundAttendance found;
  Statement& row = state.prepare(
      "SELECT person, session, in_day, in_minute, duplicate_of, state FROM attendance"
      " WHERE attendance = ?");
  row.bind(attendance);
  if (!row.step()) return found;
  found.known = true;
  found.attendance = attendance;
  found.person = row.id<core::PersonId>(0);
  if (!row.is_null(1)) found.session = row.id<core::SessionId>(1);
  found.in_day = core::Day{static_cast<int32_t>(row.integer(2))};
  found.in_minute = static_cast<int32_t>(row.integer(3));
  if (!row.is_null(4)) found.duplicate_of = row.id<core::AttendanceId>(4);
  found.state = row.text(5);
  row.reset();
  return found;
}

// The earlier sign-in that this one repeats: still open, or lasting at that minute. A
// person who comes back after signing out is not a duplicate, and without a session only
// the same day at the same site counts.
std::optional<core::AttendanceId> repeated_sign_in(Database& state, const core::PersonId& person,
                                                   const core::AttendanceSignedIn& body) {
  Statement& row = state.prepare(
      "SELECT attendance FROM attendance WHERE person = ?1 AND in_day BETWEEN ?2 - 1 AND ?2 + 1"
      " AND session IS ?3 AND (?3 IS NOT NULL OR (site IS ?4 AND in_day = ?2))"
      " AND duplicate_of IS NULL AND (state = 'open' OR (in_day * 1440 + in_minute <= ?5"
      " AND out_day * 1440 + out_minute > ?5)) ORDER BY in_day, in_minute, attendance LIMIT 1");
  row.bind(person, body.in_day.number, body.session, body.site,
           core::minute_number(body.in_day, body.in_minute));
  if (!row.step()) return std::nullopt;
  const auto earlier = row.id<core::AttendanceId>(0);
  row.reset();
  return earlier;
}

// The same gate that a claim has; here it only tells, because the person is there.
bool training_missing(Database& state, const core::PersonId& person,
                      const std::optional<core::ServiceKindId>& service_kind, core::Day day) {
  if (!service_kind) return false;
  const core::Policy* policy = policy_of(state, day);
  const bool any_needed = policy != nullptr && policy->training_required;
  Statement& row = state.prepare(
      "SELECT EXISTS(SELECT 1 FROM service_kind k WHERE k.service_kind = ?1"
      " AND k.course IS NOT NULL AND NOT EXISTS("
      "SELECT 1 FROM training t WHERE t.person = ?2 AND t.course = k.course))"
      " OR (?3 AND NOT EXISTS(SELECT 1 FROM training t WHERE t.person = ?2))");
  row.bind(*service_kind, person, any_needed);
  CHECK(row.step());
  const bool missing = row.integer(0) != 0;
  row.reset();
  return missing;
}

int64_t people_in(Database& state, const core::SessionId& session) {
  Statement& row = state.prepare(
      "SELECT COUNT(DISTINCT person) FROM attendance WHERE session = ? AND duplicate_of IS NULL");
  row.bind(session);
  CHECK(row.step());
  const int64_t people = row.integer(0);
  row.reset();
  return people;
}

// Whether the person was somewhere else in this time as well.
bool elsewhere(Database& state, const FoundAttendance& found, core::Span span) {
  Statement& row = state.prepare(
      "SELECT EXISTS(SELECT 1 FROM attendance WHERE person = ?1 AND attendance <> ?2"
      " AND in_day BETWEEN ?3 - 1 AND ?3 + 1 AND state = 'closed' AND duplicate_of IS NULL"
      " AND in_day * 1440 + in_minute < ?5 AND in_day * 1440 + in_minute + minutes > ?4)");
  row.bind(found.person, found.attendance, found.in_day.number, span.from, span.to);
  CHECK(row.step());
  const bool overlaps = row.integer(0) != 0;
  row.reset();
  return overlaps;
}

// A finished attendance of a volunteer in an activity with a service kind waits for
// review as a service record. Flag::none when there is nothing to make a record of.
Flag propose_record(Database& state, const FoldInput& input, const FoundAttendance& found,
                    const std::optional<core::SessionId>& session, core::Day in_day,
                    int32_t in_minute, int32_t minutes) {
  if (minutes == 0) return Flag::none;
  const FoundSession place = find_session(state, session);
  if (!place.service_kind || !find_person(state, found.person).volunteer) return Flag::none;
  core::ServiceReported report;
  report.record = core::record_id_of(found.attendance);
  report.volunteer = found.person;
  report.source = core::RecordSource::attendance;
  report.attendance = found.attendance;
  report.service_kind = *place.service_kind;
  report.team = place.team;
  report.service_day = in_day;
  report.from_minute = in_minute;
  report.minutes = minutes;
  return keep_record(state, input, report);
}

// Corrected times replace those of a record that nobody has reviewed. Returns false when
// it has been reviewed.
bool replace_record(Database& state, const core::RecordId& record, core::Day in_day,
                    int32_t in_minute, int32_t minutes) {
  state
      .prepare(
          "UPDATE record SET service_day = ?, from_minute = ?, from_number = ?, minutes = ?"
          " WHERE record = ? AND state = 'waiting' AND first_reviewer IS NULL")
      .bind(in_day.number, in_minute, core::minute_number(in_day, in_minute), minutes, record)
      .execute();
  return state.changes() == 1;
}

Outcome outcome_of(Flag flag, int64_t figure = 0) {
  return flag == Flag::none ? Outcome::applied() : Outcome::flagged(flag, figure);
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput&, const core::AttendanceSignedIn& body) {
  if (!core::valid_minute(body.in_minute)) return Outcome::flagged(Flag::unfoldable);
  const PersonFacts person = find_person(state, body.person);
  const FoundSession session = find_session(state, body.session);
  const auto repeated = repeated_sign_in(state, person.person, body);
  state
      .prepare(
          "INSERT OR IGNORE INTO attendance(attendance, person, session, site, in_day,"
          " in_minute, in_method, in_helper, state, duplicate_of)"
          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)")
      .bind(body.attendance, person.person, body.session, body.site, body.in_day.number,
            body.in_minute, core::name(body.method), body.helper, repeated)
      .execute();
  if (state.changes() == 0) return Outcome::flagged(Flag::already_exists);
  if (!person.known) return Outcome::flagged(Flag::unknown_person);
  if (person.erased) return Outcome::flagged(Flag::person_erased);
  if (body.session && !session.known) return Outcome::flagged(Flag::unknown_session);
  if (repeated) return Outcome::flagged(Flag::already_signed_in);
  if (person.volunteer &&
      training_missing(state, person.person, session.service_kind, body.in_day)) {
    return Outcome::flagged(Flag::training_missing);
  }
  if (session.capacity && people_in(state, *body.session) > *session.capacity) {
    return Outcome::flagged(Flag::over_capacity, *session.capacity);
  }
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::AttendanceSignedOut& body) {
  if (!core::valid_minute(body.out_minute)) return Outcome::flagged(Flag::unfoldable);
  FoundAttendance found = find_attendance(state, body.attendance);
  if (found.duplicate_of) found = find_attendance(state, *found.duplicate_of);
  if (!found.known || found.state != "open") return Outcome::flagged(Flag::not_signed_in);

  const core::Policy* policy = policy_of(state, found.in_day);
  const core::Span span = {core::minute_number(found.in_day, found.in_minute),
                           core::minute_number(body.out_day, body.out_minute)};
  const core::Stay stay = core::stay_of(
      span, policy != nullptr ? policy->attendance_minutes_max : base::service_minutes_max);
  const bool closed = stay.flag == Flag::none;
  state
      .prepare(
          "UPDATE attendance SET out_day = ?, out_minute = ?, out_method = ?, out_helper = ?,"
          " minutes = ?, state = ? WHERE attendance = ?")
      .bind(body.out_day.number, body.out_minute, core::name(body.method), body.helper,
            closed ? std::optional<int32_t>(stay.minutes) : std::nullopt,
            closed ? "closed" : "doubtful", found.attendance)
      .execute();
  if (!closed) return Outcome::flagged(stay.flag, stay.figure);
  const Flag proposed = propose_record(state, input, found, found.session, found.in_day,
                                       found.in_minute, stay.minutes);
  if (elsewhere(state, found, span)) return Outcome::flagged(Flag::overlap_in_time);
  return outcome_of(proposed);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::AttendanceCorrected& body) {
  const FoundAttendance found = find_attendance(state, body.attendance);
  if (!found.known) return Outcome::flagged(Flag::unknown_reference);
  if (!core::valid_minute(body.in_minute) || !core::valid_minute(body.out_minute)) {
    return Outcome::flagged(Flag::unfoldable);
  }
  // A coordinator has looked at it: as long as a day is possible, whatever the policy says.
  const core::Stay stay = core::stay_of({core::minute_number(body.in_day, body.in_minute),
                                         core::minute_number(body.out_day, body.out_minute)},
                                        base::service_minutes_max);
  if (stay.flag != Flag::none) return Outcome::flagged(stay.flag, stay.figure);
  state
      .prepare(
          "INSERT INTO attendance_earlier(operation, attendance, in_day, in_minute, out_day,"
          " out_minute) SELECT ?, attendance, in_day, in_minute, out_day, out_minute"
          " FROM attendance WHERE attendance = ?")
      .bind(input.operation.id, body.attendance)
      .execute();
  const std::optional<core::SessionId> session = body.session ? body.session : found.session;
  state
      .prepare(
          "UPDATE attendance SET session = ?, in_day = ?, in_minute = ?, out_day = ?,"
          " out_minute = ?, minutes = ?, state = 'closed', corrected = 1, duplicate_of = NULL"
          " WHERE attendance = ?")
      .bind(session, body.in_day.number, body.in_minute, body.out_day.number, body.out_minute,
            stay.minutes, body.attendance)
      .execute();
  const Flag proposed =
      propose_record(state, input, found, session, body.in_day, body.in_minute, stay.minutes);
  if (proposed != Flag::already_exists) return outcome_of(proposed);
  return replace_record(state, core::record_id_of(body.attendance), body.in_day, body.in_minute,
                        stay.minutes)
             ? Outcome::applied()
             : Outcome::flagged(Flag::already_reviewed);
}

}  // namespace linli::store
