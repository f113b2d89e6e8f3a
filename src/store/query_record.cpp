#include "store/query_record.h"

#include "store/column.h"
#include "store/person_facts.h"

namespace linli::store {
namespace {

// The columns of a RecordRow, in the order of read_row. A macro, because SQL text is
// prepared once per literal and must not be built at run time.
#define LINLI_RECORD_COLUMNS                                                              \
  "SELECT r.record, r.volunteer, COALESCE(p.name, ''), r.source, r.service_kind,"         \
  " COALESCE(k.name, ''), r.service_day, r.from_minute, r.minutes, r.state, r.overlaps,"  \
  " r.appealed, r.first_reviewer IS NOT NULL,"                                            \
  " (SELECT COUNT(*) FROM evidence e WHERE e.subject_id = r.record), r.approved_minutes," \
  " r.credited_minutes FROM record r"                                                     \
  " LEFT JOIN person_private p ON p.person = r.volunteer"                                 \
  " LEFT JOIN service_kind k ON k.service_kind = r.service_kind"

RecordState state_at(const Statement& row, int column) {
  if (row.text(column) == "approved") return RecordState::approved;
  return row.text(column) == "rejected" ? RecordState::rejected : RecordState::waiting;
}

RecordRow read_row(const Statement& row) {
  RecordRow record;
  record.record = row.id<core::RecordId>(0);
  record.volunteer = row.id<core::PersonId>(1);
  record.volunteer_name = text_at(row, 2);
  record.source = enum_at<core::RecordSource>(row, 3);
  record.service_kind = row.id<core::ServiceKindId>(4);
  record.service_kind_name = text_at(row, 5);
  record.service_day = day_at(row, 6);
  record.from_minute = number_at(row, 7);
  record.minutes = number_at(row, 8);
  record.state = state_at(row, 9);
  record.overlaps = row.integer(10) != 0;
  record.appealed = row.integer(11) != 0;
  record.first_review_done = row.integer(12) != 0;
  record.evidence_count = number_at(row, 13);
  record.approved_minutes = optional_number_at(row, 14);
  record.credited_minutes = optional_number_at(row, 15);
  return record;
}

std::vector<RecordRow> read_rows(Statement& row) {
  std::vector<RecordRow> rows;
  while (row.step()) rows.push_back(read_row(row));
  return rows;
}

void read_parties(Database& state, RecordDetail& detail) {
  Statement& row = state.prepare(
      "SELECT r.attendance, t.session, COALESCE(a.name, ''), r.need, r.recipient,"
      " COALESCE(rp.name, ''), r.people_served, r.reporter, COALESCE(pp.name, ''), r.reported_day,"
      " r.first_reviewer, r.reviewer, r.reviewed_day, r.over_cap_minutes, r.points,"
      " r.reject_reason FROM record r"
      " LEFT JOIN attendance t ON t.attendance = r.attendance"
      " LEFT JOIN session s ON s.session = t.session"
      " LEFT JOIN activity a ON a.activity = s.activity"
      " LEFT JOIN person_private rp ON rp.person = r.recipient"
      " LEFT JOIN person_private pp ON pp.person = r.reporter WHERE r.record = ?");
  row.bind(detail.row.record);
  if (!row.step()) return;
  detail.attendance = optional_id_at<core::AttendanceId>(row, 0);
  detail.session = optional_id_at<core::SessionId>(row, 1);
  detail.activity_name = text_at(row, 2);
  detail.need = optional_id_at<core::NeedId>(row, 3);
  detail.recipient = optional_id_at<core::PersonId>(row, 4);
  detail.recipient_name = text_at(row, 5);
  detail.people_served = optional_number_at(row, 6);
  detail.reporter = row.id<core::PersonId>(7);
  detail.reporter_name = text_at(row, 8);
  detail.reported_day = day_at(row, 9);
  detail.first_reviewer = optional_id_at<core::PersonId>(row, 10);
  detail.reviewer = optional_id_at<core::PersonId>(row, 11);
  if (!row.is_null(12)) detail.reviewed_day = day_at(row, 12);
  detail.over_cap_minutes = optional_number_at(row, 13);
  if (!row.is_null(14)) detail.points = row.integer(14);
  detail.reject_reason = optional_enum_at<core::RejectReason>(row, 15);
  row.reset();
}

void read_texts(Database& state, RecordDetail& detail) {
  Statement& row =
      state.prepare("SELECT part, text FROM record_private WHERE record = ? ORDER BY part");
  row.bind(detail.row.record);
  while (row.step()) {
    const std::string_view part = row.text(0);
    std::string& text = part == "content"     ? detail.content
                        : part == "rejection" ? detail.rejection
                                              : detail.appeal;
    text = text_at(row, 1);
  }
}

#define LINLI_EVIDENCE_COLUMNS "SELECT blob, subject, width, height, day FROM evidence"

std::vector<EvidenceRow> read_evidence(Statement& row) {
  std::vector<EvidenceRow> rows;
  while (row.step()) {
    rows.push_back({text_at(row, 0), enum_at<core::EvidenceSubject>(row, 1), number_at(row, 2),
                    number_at(row, 3), day_at(row, 4)});
  }
  return rows;
}

std::vector<EvidenceRow> evidence_of(Database& state, const RecordDetail& detail) {
  Statement& row =
      state.prepare(LINLI_EVIDENCE_COLUMNS
                    " WHERE subject_id IN (?1, ?2, ?3,"
                    " (SELECT activity FROM session WHERE session = ?2)) ORDER BY day, blob");
  row.bind(detail.row.record, detail.session, detail.need);
  return read_evidence(row);
}

}  // namespace

std::vector<RecordRow> review_queue(Database& state, const std::optional<RecordCursor>& after,
                                    int limit) {
  Statement& row = state.prepare(LINLI_RECORD_COLUMNS
                                 " WHERE r.state = 'waiting' AND (r.service_day, r.record) > (?, ?)"
                                 " ORDER BY r.service_day, r.record LIMIT ?");
  row.bind(after ? after->service_day.number : INT32_MIN,
           after ? after->record.view() : std::string_view(), limit);
  return read_rows(row);
}

int64_t review_queue_count(Database& state) {
  Statement& row = state.prepare("SELECT COUNT(*) FROM record WHERE state = 'waiting'");
  CHECK(row.step());
  const int64_t count = row.integer(0);
  row.reset();
  return count;
}

std::vector<RecordRow> records_of_volunteer(Database& state, const core::PersonId& volunteer,
                                            const std::optional<RecordCursor>& before, int limit) {
  Statement& row =
      state.prepare(LINLI_RECORD_COLUMNS
                    " WHERE r.volunteer = ?1 AND r.from_number < (?2 + 1) * 1440"
                    " AND (r.service_day < ?2 OR (r.service_day = ?2 AND r.record < ?3))"
                    " ORDER BY r.service_day DESC, r.record DESC LIMIT ?4");
  const int64_t last_day = before ? before->service_day.number : INT32_MAX;
  row.bind(volunteer, last_day, before ? before->record.view() : std::string_view("~"), limit);
  return read_rows(row);
}

std::optional<RecordDetail> record_detail(Database& state, const core::RecordId& record) {
  Statement& row = state.prepare(LINLI_RECORD_COLUMNS " WHERE r.record = ?");
  row.bind(record);
  if (!row.step()) return std::nullopt;
  RecordDetail detail;
  detail.row = read_row(row);
  row.reset();
  read_parties(state, detail);
  read_texts(state, detail);
  detail.evidence = evidence_of(state, detail);
  Statement& other = state.prepare(
      LINLI_RECORD_COLUMNS
      " JOIN record me ON me.record = ? WHERE r.volunteer = me.volunteer AND r.record <> me.record"
      " AND r.from_number > me.from_number - 1440 AND r.from_number < me.from_number + me.minutes"
      " AND r.from_number + r.minutes > me.from_number ORDER BY r.from_number, r.record");
  other.bind(record);
  detail.overlapping = read_rows(other);
  return detail;
}

ServedMinutes served_between(Database& state, const core::PersonId& volunteer, core::Day first,
                             core::Day last) {
  Statement& row = state.prepare(
      "SELECT COALESCE(SUM(CASE WHEN state = 'approved' THEN approved_minutes END), 0),"
      " COALESCE(SUM(CASE WHEN state = 'waiting' THEN minutes END), 0), COUNT(*) FROM record"
      " WHERE volunteer = ? AND from_number >= ? * 1440 AND from_number < (? + 1) * 1440");
  row.bind(volunteer, first.number, last.number);
  CHECK(row.step());
  const ServedMinutes served{row.integer(0), row.integer(1), row.integer(2)};
  row.reset();
  return served;
}

std::optional<CreditPlan> preview_credit(Database& state, const core::RecordId& record,
                                         int32_t minutes) {
  Statement& row =
      state.prepare("SELECT volunteer, service_kind, service_day FROM record WHERE record = ?");
  row.bind(record);
  if (!row.step()) return std::nullopt;
  const auto volunteer = row.id<core::PersonId>(0);
  const auto service_kind = row.id<core::ServiceKindId>(1);
  const core::Day service_day = day_at(row, 2);
  row.reset();
  return plan_credit(state, find_person(state, volunteer).person, service_kind, service_day,
                     minutes);
}

std::vector<WeekMinutes> served_by_week(Database& state, core::Day first_monday, int weeks) {
  std::vector<WeekMinutes> rows;
  for (int week = 0; week < weeks; ++week) {
    rows.push_back({core::Day{first_monday.number + 7 * week}, 0, 0});
  }
  Statement& row = state.prepare(
      "SELECT (service_day - ?1) / 7 AS week,"
      " COALESCE(SUM(CASE WHEN state = 'approved' THEN approved_minutes END), 0),"
      " COALESCE(SUM(CASE WHEN state = 'waiting' THEN minutes END), 0) FROM record"
      " WHERE service_day >= ?1 AND service_day < ?1 + 7 * ?2 GROUP BY week ORDER BY week");
  row.bind(first_monday.number, weeks);
  while (row.step()) {
    WeekMinutes& week = rows[static_cast<size_t>(row.integer(0))];
    week.approved = row.integer(1);
    week.waiting = row.integer(2);
  }
  return rows;
}

std::vector<EvidenceRow> evidence_of(Database& state, std::string_view subject_id) {
  Statement& row = state.prepare(LINLI_EVIDENCE_COLUMNS " WHERE subject_id = ? ORDER BY day, blob");
  row.bind(subject_id);
  return read_evidence(row);
}

}  // namespace linli::store
