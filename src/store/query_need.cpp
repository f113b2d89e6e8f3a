#include "store/query_need.h"

#include <algorithm>

#include "base/limits.h"
#include "store/column.h"

namespace linli::store {
namespace {

// The columns of a NeedRow, in the order of read_row, from need as n.
#define LINLI_NEED_COLUMNS                                                                  \
  "SELECT n.need, n.recipient, COALESCE(p.name, ''), n.service_kind, COALESCE(k.name, '')," \
  " n.site, COALESCE(s.name, ''), COALESCE(s.neighbourhood, ''), n.service_day,"            \
  " n.from_minute, n.minutes, n.head_count, n.taken, n.state, n.wish, n.paid_by_recipient," \
  " (SELECT COUNT(*) FROM record r WHERE r.need = n.need AND r.state <> 'rejected')"        \
  " FROM need n LEFT JOIN person_private p ON p.person = n.recipient"                       \
  " LEFT JOIN service_kind k ON k.service_kind = n.service_kind"                            \
  " LEFT JOIN site s ON s.site = n.site"

#define LINLI_NOT_SERVED                                          \
  " AND NOT EXISTS (SELECT 1 FROM record r WHERE r.need = n.need" \
  " AND r.state <> 'rejected')"

#define LINLI_NEED_PAGE " AND (n.starts_at, n.need) > (?, ?) ORDER BY n.starts_at, n.need LIMIT ?"

NeedState need_state_at(const Statement& row, int column) {
  if (row.text(column) == "cancelled") return NeedState::cancelled;
  return row.text(column) == "referred" ? NeedState::referred : NeedState::open;
}

AssignmentState assignment_state_at(const Statement& row, int column) {
  if (row.text(column) == "released") return AssignmentState::released;
  return row.text(column) == "cancelled" ? AssignmentState::cancelled : AssignmentState::held;
}

NeedRow read_row(const Statement& row) {
  NeedRow need;
  need.need = row.id<core::NeedId>(0);
  need.recipient = row.id<core::PersonId>(1);
  need.recipient_name = text_at(row, 2);
  need.service_kind = row.id<core::ServiceKindId>(3);
  need.service_kind_name = text_at(row, 4);
  need.site = optional_id_at<core::SiteId>(row, 5);
  need.site_name = text_at(row, 6);
  need.neighbourhood = text_at(row, 7);
  need.service_day = day_at(row, 8);
  need.from_minute = number_at(row, 9);
  need.minutes = number_at(row, 10);
  need.head_count = number_at(row, 11);
  need.taken = number_at(row, 12);
  need.state = need_state_at(row, 13);
  need.wish = row.integer(14) != 0;
  need.paid_by_recipient = row.integer(15) != 0;
  need.reported = number_at(row, 16);
  return need;
}

std::vector<NeedRow> read_rows(Statement& row) {
  std::vector<NeedRow> rows;
  while (row.step()) rows.push_back(read_row(row));
  return rows;
}

int64_t starts_at(const NeedRow& row) {
  return int64_t{row.service_day.number} * base::minutes_per_day + row.from_minute;
}

NeedPage page_of(std::vector<NeedRow> rows, int limit) {
  NeedPage page{std::move(rows), std::nullopt};
  if (static_cast<int>(page.rows.size()) > limit) {
    page.rows.pop_back();
    page.next = NeedCursor{starts_at(page.rows.back()), page.rows.back().need};
  }
  return page;
}

void read_facts(Database& state, NeedDetail& detail) {
  Statement& row =
      state
          .prepare(
              "SELECT n.channel, n.published_day, COALESCE(b.name, ''), n.cancel_reason,"
              " COALESCE(o.name, ''), n.stars, COALESCE(c.name, ''), COALESCE(p.phone, ''),"
              " COALESCE(d.address, ''), COALESCE(d.note, ''), COALESCE(p.address, '')"
              " FROM need n LEFT JOIN person_private b ON b.person = n.published_by"
              " LEFT JOIN person_private p ON p.person = n.recipient"
              " LEFT JOIN organisation o ON o.organisation = n.agency"
              " LEFT JOIN service_kind k ON k.service_kind = n.service_kind"
              " LEFT JOIN course c ON c.course = k.course"
              " LEFT JOIN need_private d ON d.need = n.need WHERE n.need = ?")
          .bind(detail.row.need);
  if (!row.step()) return;
  detail.channel = enum_at<core::IntakeChannel>(row, 0);
  detail.published_day = day_at(row, 1);
  detail.published_by_name = text_at(row, 2);
  detail.cancel_reason = optional_enum_at<core::NeedCancelReason>(row, 3);
  detail.agency_name = text_at(row, 4);
  detail.stars = optional_number_at(row, 5);
  detail.course_name = text_at(row, 6);
  detail.recipient_phone = text_at(row, 7);
  detail.address = text_at(row, 8).empty() ? text_at(row, 10) : text_at(row, 8);
  detail.note = text_at(row, 9);
  row.reset();
}

void read_assignments(Database& state, NeedDetail& detail) {
  Statement& row =
      state
          .prepare(
              "SELECT a.volunteer, COALESCE(p.name, ''), COALESCE(p.phone, ''), a.source, a.state,"
              " a.assigned_day, a.release_reason, EXISTS (SELECT 1 FROM record r"
              " WHERE r.need = a.need AND r.volunteer = a.volunteer AND r.state <> 'rejected')"
              " FROM assignment a LEFT JOIN person_private p ON p.person = a.volunteer"
              " WHERE a.need = ? ORDER BY a.state <> 'held', a.assigned_day, a.volunteer")
          .bind(detail.row.need);
  while (row.step()) {
    AssignmentRow assignment;
    assignment.need = detail.row.need;
    assignment.volunteer = row.id<core::PersonId>(0);
    assignment.volunteer_name = text_at(row, 1);
    assignment.volunteer_phone = text_at(row, 2);
    assignment.source = enum_at<core::AssignmentSource>(row, 3);
    assignment.state = assignment_state_at(row, 4);
    assignment.assigned_day = day_at(row, 5);
    assignment.release_reason = optional_enum_at<core::ReleaseReason>(row, 6);
    assignment.reported = row.integer(7) != 0;
    detail.assignments.push_back(std::move(assignment));
  }
}

std::vector<RefusedRequest> read_refused(Statement& row) {
  std::vector<RefusedRequest> refused;
  while (row.step()) {
    RefusedRequest request;
    request.operation = row.id<core::OperationId>(0);
    request.op_kind = text_at(row, 1);
    request.refusal = enum_at<core::Refusal>(row, 2);
    request.figure = row.integer(3);
    request.day = day_at(row, 4);
    request.need = row.id<core::NeedId>(5);
    request.volunteer = row.id<core::PersonId>(6);
    request.volunteer_name = text_at(row, 7);
    request.service_kind_name = text_at(row, 8);
    request.seen = row.integer(9) != 0;
    refused.push_back(std::move(request));
  }
  return refused;
}

#define LINLI_REFUSED                                                                         \
  "SELECT o.operation, o.op_kind, o.reason, o.figure, o.day, o.subject, o.person,"            \
  " COALESCE(p.name, ''), COALESCE(k.name, ''), o.resolution IS NOT NULL FROM outcome o"      \
  " LEFT JOIN person_private p ON p.person = o.person LEFT JOIN need n ON n.need = o.subject" \
  " LEFT JOIN service_kind k ON k.service_kind = n.service_kind"                              \
  " WHERE o.kind = 'refused' AND o.op_kind IN ('need.claim@1', 'need.dispatch@1',"            \
  " 'need.release@1', 'need.cancel@1')"

// At most so many volunteers are weighed for one need.
constexpr int kWeighed = 2000;

}  // namespace

NeedPage list_needs(Database& state, NeedView view, core::Day today,
                    const std::optional<NeedCursor>& after, int limit) {
  const int64_t time = after ? after->starts_at : INT64_MIN;
  const std::string_view need = after ? after->need.view() : std::string_view();
  const int64_t day_start = int64_t{today.number} * base::minutes_per_day;
  const int64_t day_end = day_start + base::minutes_per_day;
  switch (view) {
    case NeedView::open: {
      Statement& row = state.prepare(
          LINLI_NEED_COLUMNS
          " WHERE n.state = 'open' AND n.starts_at >= ? AND n.taken < n.head_count" LINLI_NOT_SERVED
              LINLI_NEED_PAGE);
      return page_of(read_rows(row.bind(day_start, time, need, limit + 1)), limit);
    }
    case NeedView::today: {
      Statement& row = state.prepare(LINLI_NEED_COLUMNS
                                     " WHERE n.state <> 'cancelled' AND n.starts_at >= ?"
                                     " AND n.starts_at < ?" LINLI_NEED_PAGE);
      return page_of(read_rows(row.bind(day_start, day_end, time, need, limit + 1)), limit);
    }
    case NeedView::overdue: {
      Statement& row = state.prepare(
          LINLI_NEED_COLUMNS
          " WHERE n.state = 'open' AND n.starts_at < ?" LINLI_NOT_SERVED LINLI_NEED_PAGE);
      return page_of(read_rows(row.bind(day_start, time, need, limit + 1)), limit);
    }
    case NeedView::wishes: {
      Statement& row =
          state.prepare(LINLI_NEED_COLUMNS
                        " WHERE n.state = 'open' AND n.wish = 1" LINLI_NOT_SERVED LINLI_NEED_PAGE);
      return page_of(read_rows(row.bind(time, need, limit + 1)), limit);
    }
    case NeedView::all:
      break;
  }
  Statement& row = state.prepare(LINLI_NEED_COLUMNS
                                 " WHERE (n.starts_at, n.need) < (?, ?)"
                                 " ORDER BY n.starts_at DESC, n.need DESC LIMIT ?");
  return page_of(read_rows(row.bind(after ? time : INT64_MAX, need, limit + 1)), limit);
}

std::vector<NeedRow> needs_between(Database& state, core::Day first, core::Day last) {
  Statement& row = state.prepare(LINLI_NEED_COLUMNS
                                 " WHERE n.state <> 'cancelled' AND n.starts_at >= ? * 1440"
                                 " AND n.starts_at < (? + 1) * 1440 ORDER BY n.starts_at, n.need");
  return read_rows(row.bind(first.number, last.number));
}

std::vector<NeedRow> needs_of_recipient(Database& state, const core::PersonId& recipient,
                                        int limit) {
  Statement& row = state.prepare(LINLI_NEED_COLUMNS
                                 " WHERE n.recipient = ?1 OR n.recipient IN"
                                 " (SELECT person FROM person WHERE merged_into = ?1)"
                                 " ORDER BY n.starts_at DESC, n.need DESC LIMIT ?2");
  return read_rows(row.bind(recipient, limit));
}

std::optional<NeedDetail> need_detail(Database& state, const core::NeedId& need) {
  Statement& row = state.prepare(LINLI_NEED_COLUMNS " WHERE n.need = ?").bind(need);
  if (!row.step()) return std::nullopt;
  NeedDetail detail;
  detail.row = read_row(row);
  row.reset();
  read_facts(state, detail);
  read_assignments(state, detail);
  return detail;
}

std::vector<VolunteerNeed> needs_of_volunteer(Database& state, const core::PersonId& volunteer,
                                              int limit) {
  Statement& held = state
                        .prepare(
                            "SELECT need, state FROM assignment WHERE volunteer = ?"
                            " ORDER BY starts_at DESC, need DESC LIMIT ?")
                        .bind(volunteer, limit);
  std::vector<VolunteerNeed> needs;
  while (held.step()) {
    needs.push_back({{}, assignment_state_at(held, 1)});
    needs.back().row.need = held.id<core::NeedId>(0);
  }
  for (VolunteerNeed& need : needs) {
    Statement& row = state.prepare(LINLI_NEED_COLUMNS " WHERE n.need = ?").bind(need.row.need);
    if (row.step()) need.row = read_row(row);
    row.reset();
  }
  return needs;
}

std::vector<Candidate> candidates_for(Database& state, const core::NeedId& need, core::Day today,
                                      int limit) {
  const std::optional<NeedDetail> detail = need_detail(state, need);
  if (!detail.has_value()) return {};
  const NeedRow& asked = detail->row;
  const int64_t from = starts_at(asked);
  const int32_t slot = core::availability_bit_of(asked.service_day, asked.from_minute);
  // ?1 need ?2 kind ?3 site ?4 neighbourhood ?5 from ?6 to ?7 recipient ?8 fair from day
  Statement& row = state.prepare(
      "SELECT v.person, COALESCE(p.name, ''), COALESCE(p.phone, ''), COALESCE(s.name, ''),"
      " COALESCE(v.site = ?3, 0), COALESCE(s.neighbourhood = ?4 AND ?4 <> '', 0),"
      " EXISTS (SELECT 1 FROM person_skill f WHERE f.service_kind = ?2 AND f.person = v.person),"
      " (SELECT course FROM service_kind WHERE service_kind = ?2) IS NOT NULL,"
      " COALESCE(v.availability, 0),"
      " (SELECT COALESCE(SUM(a.ends_at - a.starts_at), 0) FROM assignment a"
      " WHERE a.volunteer = v.person AND a.state = 'held' AND a.starts_at >= ?8 * 1440)"
      " + (SELECT COALESCE(SUM(r.minutes), 0) FROM record r WHERE r.volunteer = v.person"
      " AND r.need IS NULL AND r.state <> 'rejected' AND r.from_number >= ?8 * 1440)"
      " FROM person v LEFT JOIN person_private p ON p.person = v.person"
      " LEFT JOIN site s ON s.site = v.site"
      " WHERE v.roles & 1 <> 0 AND v.erased = 0 AND v.merged_into IS NULL AND v.person <> ?7"
      " AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.volunteer = v.person"
      " AND a.state = 'held' AND a.starts_at < ?6 AND a.ends_at > ?5)"
      " AND NOT EXISTS (SELECT 1 FROM service_kind k WHERE k.service_kind = ?2"
      " AND k.course IS NOT NULL AND NOT EXISTS (SELECT 1 FROM training t"
      " WHERE t.person = v.person AND t.course = k.course))"
      " AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.need = ?1 AND a.volunteer = v.person"
      " AND a.state = 'held') ORDER BY v.person LIMIT ?9");
  row.bind(need, asked.service_kind, asked.site, asked.neighbourhood, from, from + asked.minutes,
           asked.recipient, today.number - core::fair_days, kWeighed);
  std::vector<Candidate> found;
  while (row.step()) {
    Candidate candidate;
    candidate.volunteer = row.id<core::PersonId>(0);
    candidate.name = text_at(row, 1);
    candidate.phone = text_at(row, 2);
    candidate.site_name = text_at(row, 3);
    candidate.fit.same_site = row.integer(4) != 0;
    candidate.fit.same_neighbourhood = row.integer(5) != 0;
    candidate.fit.skilled = row.integer(6) != 0;
    candidate.fit.course_needed = row.integer(7) != 0;
    candidate.fit.trained = candidate.fit.course_needed;
    candidate.fit.available = (row.integer(8) & slot) != 0;
    candidate.fit.recent_minutes = row.integer(9);
    candidate.score = core::fit_score(candidate.fit);
    found.push_back(std::move(candidate));
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.fit.recent_minutes < b.fit.recent_minutes;
  });
  if (static_cast<int>(found.size()) > limit) found.resize(static_cast<size_t>(limit));
  return found;
}

std::vector<RefusedRequest> refused_for_need(Database& state, const core::NeedId& need, int limit) {
  Statement& row = state.prepare(
      LINLI_REFUSED " AND o.subject = ? ORDER BY o.day DESC, o.operation DESC LIMIT ?");
  return read_refused(row.bind(need, limit));
}

std::vector<RefusedRequest> refused_for_volunteer(Database& state, const core::PersonId& volunteer,
                                                  int limit) {
  Statement& row = state.prepare(LINLI_REFUSED
                                 " AND o.person = ? ORDER BY o.day DESC, o.operation DESC LIMIT ?");
  return read_refused(row.bind(volunteer, limit));
}

}  // namespace linli::store
