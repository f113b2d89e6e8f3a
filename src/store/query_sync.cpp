#include "store/query_sync.h"

#include "store/column.h"

namespace linli::store {
namespace {

#define LINLI_OUTCOME_COLUMNS                                                          \
  "SELECT o.operation, o.kind, o.reason, o.figure, o.op_kind, o.actor,"                \
  " COALESCE(a.name, ''), o.replica, o.day, o.subject, o.person, COALESCE(p.name, '')" \
  " FROM outcome o LEFT JOIN person_private a ON a.person = o.actor"                   \
  " LEFT JOIN person_private p ON p.person = o.person"

std::vector<OutcomeRow> read_rows(Statement& row) {
  std::vector<OutcomeRow> rows;
  while (row.step()) {
    OutcomeRow outcome;
    outcome.operation = row.id<core::OperationId>(0);
    outcome.outcome = row.text(1) == "refused"
                          ? core::Outcome::refused(enum_at<core::Refusal>(row, 2), row.integer(3))
                          : core::Outcome::flagged(enum_at<core::Flag>(row, 2), row.integer(3));
    outcome.op_kind = text_at(row, 4);
    outcome.actor = row.id<core::PersonId>(5);
    outcome.actor_name = text_at(row, 6);
    outcome.replica = row.id<core::ReplicaId>(7);
    outcome.day = day_at(row, 8);
    outcome.subject = text_at(row, 9);
    outcome.person = row.id<core::PersonId>(10);
    outcome.person_name = text_at(row, 11);
    rows.push_back(std::move(outcome));
  }
  return rows;
}

std::vector<OutcomeRow> open_outcomes(Database& state, const char* kind,
                                      const std::optional<OutcomeCursor>& before, int limit) {
  if (!before.has_value()) {
    return read_rows(state
                         .prepare(LINLI_OUTCOME_COLUMNS
                                  " WHERE o.kind = ? AND o.resolution IS NULL"
                                  " ORDER BY o.day DESC, o.operation DESC LIMIT ?")
                         .bind(kind, limit));
  }
  return read_rows(state
                       .prepare(LINLI_OUTCOME_COLUMNS
                                " WHERE o.kind = ? AND o.resolution IS NULL"
                                " AND (o.day, o.operation) < (?, ?)"
                                " ORDER BY o.day DESC, o.operation DESC LIMIT ?")
                       .bind(kind, before->day.number, before->operation, limit));
}

}  // namespace

OpenOutcomes count_open_outcomes(Database& state) {
  OpenOutcomes counts;
  Statement& row = state.prepare(
      "SELECT kind, count(*) FROM outcome WHERE resolution IS NULL GROUP BY kind ORDER BY kind");
  while (row.step()) {
    (row.text(0) == "refused" ? counts.refusals : counts.flags) = row.integer(1);
  }
  return counts;
}

std::vector<OutcomeCount> count_outcomes(Database& state) {
  Statement& row = state.prepare(
      "SELECT kind, reason, COUNT(*) FROM outcome GROUP BY kind, reason ORDER BY kind, reason");
  std::vector<OutcomeCount> counts;
  while (row.step()) {
    counts.push_back({row.text(0) == "refused", std::string(row.text(1)), row.integer(2)});
  }
  return counts;
}

std::vector<OutcomeRow> open_flags(Database& state, const std::optional<OutcomeCursor>& before,
                                   int limit) {
  return open_outcomes(state, "flagged", before, limit);
}

std::vector<OutcomeRow> unread_refusals(Database& state, const std::optional<OutcomeCursor>& before,
                                        int limit) {
  return open_outcomes(state, "refused", before, limit);
}

std::vector<OutcomeRow> refusals_of(Database& state, const core::PersonId& person, int limit) {
  return read_rows(state
                       .prepare(LINLI_OUTCOME_COLUMNS
                                " WHERE o.person = ? AND o.kind = 'refused'"
                                " ORDER BY o.day DESC, o.operation DESC LIMIT ?")
                       .bind(person, limit));
}

}  // namespace linli::store
