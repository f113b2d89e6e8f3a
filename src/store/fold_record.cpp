#include "store/fold_record.h"

#include "base/limits.h"
#include "core/attendance.h"
#include "store/person_facts.h"
#include "store/postings.h"
#include "store/record_row.h"

namespace linli::store {
namespace {

using core::Flag;
using core::Outcome;

bool has_overlap(Database& state, const core::PersonId& volunteer, core::Span span) {
  // No record is longer than a day, so one that overlaps began at most a day before.
  Statement& row = state.prepare(
      "SELECT EXISTS(SELECT 1 FROM record WHERE volunteer = ? AND from_number > ?"
      " AND from_number < ? AND from_number + minutes > ? AND state <> 'rejected')");
  row.bind(volunteer, span.from - base::service_minutes_max, span.to, span.from);
  CHECK(row.step());
  const bool found = row.integer(0) != 0;
  row.reset();
  return found;
}

bool exists(Database& state, const char* sql, std::string_view id) {
  Statement& row = state.prepare(sql);
  row.bind(id);
  const bool any = row.step();
  row.reset();
  return any;
}

bool subject_exists(Database& state, const core::EvidenceAttached& body) {
  const auto found = [&](const char* sql) { return exists(state, sql, body.subject_id.text); };
  switch (body.subject) {
    case core::EvidenceSubject::record:
      return found("SELECT 1 FROM record WHERE record = ?");
    case core::EvidenceSubject::activity:
      return found("SELECT 1 FROM activity WHERE activity = ?");
    case core::EvidenceSubject::session:
      return found("SELECT 1 FROM session WHERE session = ?");
    case core::EvidenceSubject::need:
      return found("SELECT 1 FROM need WHERE need = ?");
  }
  return false;
}

}  // namespace

void keep_record_text(Database& state, const core::RecordId& record, const char* part,
                      const std::optional<core::RecordPrivate>& details) {
  if (!details || !details->content) return;
  state
      .prepare(
          "INSERT INTO record_private(record, part, text) VALUES(?, ?, ?)"
          " ON CONFLICT(record, part) DO UPDATE SET text = excluded.text")
      .bind(record, part, details->content->text)
      .execute();
}

Flag keep_record(Database& state, const FoldInput& input, const core::ServiceReported& body) {
  if (body.minutes <= 0 || body.minutes > base::service_minutes_max ||
      !core::valid_minute(body.from_minute)) {
    return Flag::unfoldable;
  }
  const core::PersonId volunteer = find_person(state, body.volunteer).person;
  const int64_t from = core::minute_number(body.service_day, body.from_minute);
  const bool overlaps = has_overlap(state, volunteer, {from, from + body.minutes});
  state
      .prepare(
          "INSERT OR IGNORE INTO record(record, volunteer, source, attendance, need, recipient,"
          " service_kind, team, service_day, from_minute, from_number, minutes, people_served,"
          " reporter, reported_day, overlaps, state)"
          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')")
      .bind(body.record, volunteer, core::name(body.source), body.attendance, body.need,
            body.recipient, body.service_kind, body.team, body.service_day.number, body.from_minute,
            from, body.minutes, body.people_served, input.operation.actor,
            input.operation.day.number, overlaps)
      .execute();
  if (state.changes() == 0) return Flag::already_exists;
  keep_record_text(state, body.record, "content", body.details);
  return overlaps ? Flag::duplicate_record : Flag::none;
}

void erase_record_texts(Database& state, const core::PersonId& person) {
  state
      .prepare(
          "DELETE FROM record_private WHERE record IN"
          " (SELECT record FROM record WHERE volunteer = ?1 OR recipient = ?1)")
      .bind(person)
      .execute();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::EvidenceAttached& body) {
  state
      .prepare(
          "INSERT OR IGNORE INTO evidence(subject_id, blob, subject, bytes, width, height,"
          " person, day) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(body.subject_id.text, body.blob.hex, core::name(body.subject), body.bytes, body.width,
            body.height, input.operation.actor, input.operation.day.number)
      .execute();
  return subject_exists(state, body) ? Outcome::applied()
                                     : Outcome::flagged(Flag::unknown_reference);
}

Outcome fold_body(Database& state, const FoldInput& input, const core::ServiceReported& body) {
  const Flag kept = keep_record(state, input, body);
  if (kept != Flag::none) return Outcome::flagged(kept);
  const PersonFacts volunteer = find_person(state, body.volunteer);
  if (!volunteer.known) return Outcome::flagged(Flag::unknown_person);
  if (volunteer.erased) return Outcome::flagged(Flag::person_erased);
  if (body.need && !exists(state, "SELECT 1 FROM need WHERE need = ?", body.need->view())) {
    return Outcome::flagged(Flag::unknown_need);
  }
  return Outcome::applied();
}

namespace {
void keep_late_text(Database& state, const core::RecordId& record, const char* part,
                    const std::optional<core::RecordPrivate>& details) {
  Statement& known = state.prepare("SELECT 1 FROM record WHERE record = ?").bind(record);
  if (!known.step()) return;
  known.reset();
  keep_record_text(state, record, part, details);
}
}  // namespace

void fold_body_details(Database& state, const core::Operation&, const core::ServiceReported& body) {
  keep_late_text(state, body.record, "content", body.details);
}

void fold_body_details(Database& state, const core::Operation&, const core::RecordReject& body) {
  keep_late_text(state, body.record, "rejection", body.details);
}

void fold_body_details(Database& state, const core::Operation&, const core::RecordAppeal& body) {
  keep_late_text(state, body.record, "appeal", body.details);
}

}  // namespace linli::store
