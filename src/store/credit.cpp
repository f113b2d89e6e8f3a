#include "store/credit.h"

#include "store/query_policy.h"

namespace linli::store {
namespace {

int64_t earned_on(Database& state, const core::PersonId& volunteer, core::Day day) {
  // Entries that were merged into this one are the same human being, and have one day. CROSS
  // JOIN keeps the entries outside: the planner would look through all records first.
  Statement& row = state.prepare(
      "WITH RECURSIVE entry(person) AS (VALUES(?1) UNION SELECT p.person FROM entry"
      " CROSS JOIN person p ON p.merged_into = entry.person)"
      " SELECT COALESCE(SUM(r.credited_minutes), 0) FROM entry"
      " CROSS JOIN record r ON r.volunteer = entry.person WHERE r.from_number >= ?2 * 1440"
      " AND r.from_number < (?2 + 1) * 1440 AND r.state = 'approved'");
  row.bind(volunteer, day.number);
  CHECK(row.step());
  const int64_t minutes = row.integer(0);
  row.reset();
  return minutes;
}

core::EarnedMinutes earned_before(Database& state, const core::Policy& policy,
                                  const core::PersonId& volunteer, core::Day day) {
  core::EarnedMinutes earned;
  if (policy.cap_day_minutes) earned.day = earned_on(state, volunteer, day);
  if (policy.cap_year_minutes || policy.cap_lifetime_minutes) {
    Statement& row = state.prepare(
        "SELECT COALESCE(SUM(minutes), 0), COALESCE(SUM(CASE WHEN year = ? THEN minutes END), 0)"
        " FROM earned WHERE person = ?");
    row.bind(base::civil_of(day).year, volunteer);
    CHECK(row.step());
    earned.lifetime = row.integer(0);
    earned.year = row.integer(1);
    row.reset();
  }
  return earned;
}

int32_t points_permille_of(Database& state, const core::ServiceKindId& service_kind) {
  Statement& row = state.prepare("SELECT points_permille FROM service_kind WHERE service_kind = ?");
  row.bind(service_kind);
  if (!row.step()) return 1000;
  const auto permille = static_cast<int32_t>(row.integer(0));
  row.reset();
  return permille;
}

int64_t carried_parts_of(Database& state, const core::PersonId& person) {
  Statement& row =
      state.prepare("SELECT carried_parts FROM account WHERE owner = ? AND purse = 'points'");
  row.bind(person);
  if (!row.step()) return 0;
  const int64_t parts = row.integer(0);
  row.reset();
  return parts;
}

}  // namespace

std::optional<CreditPlan> plan_credit(Database& state, const core::PersonId& volunteer,
                                      const core::ServiceKindId& service_kind,
                                      core::Day service_day, int32_t minutes) {
  const core::Policy* policy = policy_of(state, service_day);
  if (policy == nullptr) return std::nullopt;
  CreditPlan plan;
  plan.policy = *policy;
  plan.credit =
      core::credit_of(*policy, minutes, earned_before(state, *policy, volunteer, service_day));
  plan.point_parts = core::point_parts_of(*policy, plan.credit.credited_minutes,
                                          points_permille_of(state, service_kind));
  plan.points = core::points_of(plan.point_parts, carried_parts_of(state, volunteer));
  return plan;
}

}  // namespace linli::store
