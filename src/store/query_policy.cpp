#include "store/query_policy.h"

namespace linli::store {
namespace {

// Reads the fields of a policy in their order.
struct FieldReader {
  Statement& row;
  int column = 0;

  void operator()(std::string_view, core::PolicyId& id) { id = row.id<core::PolicyId>(column++); }
  void operator()(std::string_view, core::Title& title) { title.text = row.text(column++); }
  void operator()(std::string_view, core::Day& day) { day.number = number(); }
  void operator()(std::string_view, int32_t& value) { value = number(); }
  void operator()(std::string_view, bool& value) { value = number() != 0; }
  void operator()(std::string_view, core::RoundingRule& rule) {
    const auto known = core::parse_enum<core::RoundingRule>(row.text(column++));
    CHECK(known.has_value());
    rule = *known;
  }
  void operator()(std::string_view, std::optional<int32_t>& value) {
    value = row.is_null(column) ? std::nullopt : std::optional<int32_t>(peek());
    ++column;
  }
  int32_t peek() const { return static_cast<int32_t>(row.integer(column)); }
  int32_t number() {
    const int32_t value = peek();
    ++column;
    return value;
  }
};

core::Policy read_policy(Statement& row) {
  core::Policy policy;
  FieldReader reader{row};
  policy.fields(reader);
  return policy;
}

// Almost every operation asks for a policy, and there are few.
struct Policies : Memo {
  std::vector<core::Policy> latest_first;
};

}  // namespace

const core::Policy* policy_of(Database& state, core::Day day) {
  auto& policies = state.memo<Policies>();
  if (!policies.known) {
    policies.latest_first = list_policies(state);
    policies.known = state.failure_kind() == FailureKind::none;
  }
  for (const core::Policy& policy : policies.latest_first) {
    if (policy.effective_day.number <= day.number) return &policy;
  }
  return nullptr;
}

std::optional<core::Policy> policy_in_force(Database& state, core::Day day) {
  const core::Policy* policy = policy_of(state, day);
  return policy != nullptr ? std::optional<core::Policy>(*policy) : std::nullopt;
}

std::vector<core::Policy> list_policies(Database& state) {
  Statement& row = state.prepare(
      "SELECT policy, name, effective_day, coin_name, points_name, coin_minutes, points_per_hour,"
      " rounding, cap_record_minutes, cap_day_minutes, cap_year_minutes, cap_lifetime_minutes,"
      " gate_minutes, redeem_age, volunteer_age_min, volunteer_age_max, training_required,"
      " back_entry_needs_two, attendance_minutes_max, floor_minutes FROM policy"
      " ORDER BY effective_day DESC, adopted DESC");
  std::vector<core::Policy> policies;
  while (row.step()) policies.push_back(read_policy(row));
  return policies;
}

}  // namespace linli::store
