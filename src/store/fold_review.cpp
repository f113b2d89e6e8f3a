#include <string>

#include "core/policy.h"
#include "store/credit.h"
#include "store/fold_record.h"
#include "store/person_facts.h"
#include "store/postings.h"
#include "store/record_row.h"

namespace linli::store {
namespace {

using core::Outcome;
using core::Purse;
using core::Refusal;

struct Found {
  bool known = false;
  std::string state;
  core::PersonId volunteer;
  core::RecordSource source = core::RecordSource::report;
  std::optional<core::NeedId> need;
  core::ServiceKindId service_kind;
  core::Day service_day;
  int32_t minutes = 0;
  std::optional<core::PersonId> first_reviewer;
  int32_t first_minutes = 0;
  int32_t credited_minutes = 0;
  int64_t points = 0;
  int64_t point_parts = 0;
};

Found find_record(Database& state, const core::RecordId& record) {
  Found found;
  Statement& row = state.prepare(
      "SELECT state, volunteer, source, need, service_kind, service_day, minutes, first_reviewer,"
      " first_minutes, credited_minutes, points, point_parts FROM record WHERE record = ?");
  row.bind(record);
  if (!row.step()) return found;
  found.known = true;
  found.state = row.text(0);
  found.volunteer = row.id<core::PersonId>(1);
  found.source = core::parse_enum<core::RecordSource>(row.text(2)).value_or(found.source);
  if (!row.is_null(3)) found.need = row.id<core::NeedId>(3);
  found.service_kind = row.id<core::ServiceKindId>(4);
  found.service_day = core::Day{static_cast<int32_t>(row.integer(5))};
  found.minutes = static_cast<int32_t>(row.integer(6));
  if (!row.is_null(7)) found.first_reviewer = row.id<core::PersonId>(7);
  found.first_minutes = static_cast<int32_t>(row.integer(8));
  found.credited_minutes = static_cast<int32_t>(row.integer(9));
  found.points = row.integer(10);
  found.point_parts = row.integer(11);
  row.reset();
  return found;
}

// Counts credited minutes and the parts of points that did not fill a point.
void count_earned(Database& state, const core::PersonId& person, core::Day day, int64_t minutes,
                  int64_t carried_parts) {
  state
      .prepare(
          "INSERT INTO earned(person, year, minutes) VALUES(?, ?, ?)"
          " ON CONFLICT(person, year) DO UPDATE SET minutes = minutes + excluded.minutes")
      .bind(person, base::civil_of(day).year, minutes)
      .execute();
  if (carried_parts == 0) return;
  state
      .prepare(
          "INSERT INTO account(owner, purse, kind, posted, held, carried_parts)"
          " VALUES(?, 'points', 'person', 0, 0, ?) ON CONFLICT(owner, purse)"
          " DO UPDATE SET carried_parts = carried_parts + excluded.carried_parts")
      .bind(person, carried_parts)
      .execute();
}

Outcome may_review(Database& state, const FoldInput& input, const Found& found) {
  if (!found.known) return Outcome::refused(Refusal::unknown_record);
  if (found.state != "waiting") return Outcome::refused(Refusal::already_reviewed);
  const core::PersonId volunteer = find_person(state, found.volunteer).person;
  if (find_person(state, input.operation.actor).person == volunteer) {
    return Outcome::refused(Refusal::reviewer_is_volunteer);
  }
  return Outcome::applied();
}

Outcome may_approve(const PersonFacts& volunteer, const Found& found, int32_t minutes) {
  if (minutes <= 0) return Outcome::refused(Refusal::amount_not_positive);
  if (minutes > found.minutes) {
    return Outcome::refused(Refusal::minutes_exceed_service, found.minutes);
  }
  if (!volunteer.known) return Outcome::refused(Refusal::unknown_person);
  if (volunteer.erased) return Outcome::refused(Refusal::person_erased);
  if (!volunteer.volunteer) return Outcome::refused(Refusal::not_a_volunteer);
  return Outcome::applied();
}

void keep_first_review(Database& state, const FoldInput& input, const core::RecordApprove& body) {
  state.prepare("UPDATE record SET first_reviewer = ?, first_minutes = ? WHERE record = ?")
      .bind(input.operation.actor, body.minutes, body.record)
      .execute();
}

// Issues coins and points, and settles what the recipient of a paid need had held.
void credit_record(Database& state, const FoldInput& input, const core::RecordApprove& body,
                   const Found& found, const core::PersonId& volunteer, const CreditPlan& plan) {
  Postings postings(state, input);
  const auto issue = [&](Purse purse, int64_t amount) {
    if (amount == 0) return;
    postings.post({purse, AccountKey::branch(), AccountKey::of(volunteer), amount,
                   core::TransferReason::service, body.record.str(), plan.policy.policy,
                   std::nullopt});
  };
  issue(Purse::coin, plan.credit.credited_minutes);
  issue(Purse::points, plan.points.whole);
  count_earned(state, volunteer, found.service_day, plan.credit.credited_minutes,
               plan.point_parts - plan.points.whole * core::parts_per_point);
  if (found.need) {
    postings.post_hold(found.need->view(), volunteer.view(), body.minutes, body.record.view(),
                       plan.policy.policy);
  }
  state
      .prepare(
          "UPDATE record SET state = 'approved', reviewer = ?, reviewed_day = ?,"
          " approved_minutes = ?, credited_minutes = ?, over_cap_minutes = ?, points = ?,"
          " point_parts = ?, policy = ? WHERE record = ?")
      .bind(input.operation.actor, input.operation.day.number, body.minutes,
            plan.credit.credited_minutes, plan.credit.over_cap_minutes, plan.points.whole,
            plan.point_parts, plan.policy.policy, body.record)
      .execute();
}

}  // namespace

Outcome fold_body(Database& state, const FoldInput& input, const core::RecordApprove& body) {
  const Found found = find_record(state, body.record);
  Outcome outcome = may_review(state, input, found);
  if (!outcome.is_applied()) return outcome;
  const PersonFacts volunteer = find_person(state, found.volunteer);
  outcome = may_approve(volunteer, found, body.minutes);
  if (!outcome.is_applied()) return outcome;
  const auto plan =
      plan_credit(state, volunteer.person, found.service_kind, found.service_day, body.minutes);
  if (!plan) return Outcome::refused(Refusal::policy_missing);

  if (found.source == core::RecordSource::back_entry && plan->policy.back_entry_needs_two) {
    if (!found.first_reviewer) {
      keep_first_review(state, input, body);
      return Outcome::applied();
    }
    if (*found.first_reviewer == input.operation.actor) {
      return Outcome::refused(Refusal::second_reviewer_needed);
    }
    if (body.minutes > found.first_minutes) {
      return Outcome::refused(Refusal::minutes_exceed_service, found.first_minutes);
    }
  }
  credit_record(state, input, body, found, volunteer.person, *plan);
  outcome.figure = plan->credit.over_cap_minutes;
  return outcome;
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RecordReject& body) {
  const Found found = find_record(state, body.record);
  const Outcome outcome = may_review(state, input, found);
  if (!outcome.is_applied()) return outcome;
  state
      .prepare(
          "UPDATE record SET state = 'rejected', reviewer = ?, reviewed_day = ?,"
          " reject_reason = ?, first_reviewer = NULL, first_minutes = NULL WHERE record = ?")
      .bind(input.operation.actor, input.operation.day.number, core::name(body.reason), body.record)
      .execute();
  keep_record_text(state, body.record, "rejection", body.details);
  if (found.need) {
    Postings(state, input).void_hold(found.need->view(), found.volunteer.view());
  }
  return outcome;
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RecordAppeal& body) {
  const Found found = find_record(state, body.record);
  if (!found.known) return Outcome::refused(Refusal::unknown_record);
  if (found.state != "rejected") return Outcome::refused(Refusal::nothing_to_appeal);
  state.prepare("UPDATE record SET state = 'waiting', appealed = 1 WHERE record = ?")
      .bind(body.record)
      .execute();
  keep_record_text(state, body.record, "appeal", body.details);
  if (found.need) {
    Postings(state, input).reopen_hold(found.need->view(), found.volunteer.view());
  }
  return Outcome::applied();
}

Outcome fold_body(Database& state, const FoldInput& input, const core::RecordReverse& body) {
  const Found found = find_record(state, body.record);
  if (!found.known) return Outcome::refused(Refusal::unknown_record);
  if (found.state != "approved") return Outcome::refused(Refusal::already_reversed);
  Postings postings(state, input);
  const Outcome outcome = postings.reverse_subject(body.record.view());
  if (!outcome.is_applied()) return outcome;
  const core::PersonId volunteer = find_person(state, found.volunteer).person;
  count_earned(state, volunteer, found.service_day, -found.credited_minutes,
               found.points * core::parts_per_point - found.point_parts);
  if (found.need) postings.reopen_hold(found.need->view(), found.volunteer.view());
  state
      .prepare(
          "UPDATE record SET state = 'waiting', first_reviewer = NULL, first_minutes = NULL,"
          " reviewer = NULL, reviewed_day = NULL, approved_minutes = NULL,"
          " credited_minutes = NULL, over_cap_minutes = NULL, points = NULL,"
          " point_parts = NULL, policy = NULL WHERE record = ?")
      .bind(body.record)
      .execute();
  return outcome;
}

}  // namespace linli::store
