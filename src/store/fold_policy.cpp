#include "store/fold_policy.h"

#include "core/policy.h"

namespace linli::store {
namespace {

// Binds the fields of a policy in their order.
struct FieldBinder {
  Statement& statement;
  int index = 0;

  void operator()(std::string_view, const core::Title& title) { bind(title.text); }
  void operator()(std::string_view, core::Day day) { bind(day.number); }
  void operator()(std::string_view, core::RoundingRule rule) { bind(core::name(rule)); }
  template <class T>
  void operator()(std::string_view, const T& value) {
    bind(value);
  }
  template <class T>
  void bind(const T& value) {
    statement.bind_one(++index, value);
  }
};

}  // namespace

core::Outcome fold_body(Database& state, const FoldInput&, const core::PolicyAdopted& body) {
  if (!core::valid(body)) return core::Outcome::flagged(core::Flag::unfoldable);
  Statement& insert = state.prepare(
      "INSERT OR IGNORE INTO policy(policy, name, effective_day, coin_name, points_name,"
      " coin_minutes, points_per_hour, rounding, cap_record_minutes, cap_day_minutes,"
      " cap_year_minutes, cap_lifetime_minutes, gate_minutes, redeem_age, volunteer_age_min,"
      " volunteer_age_max, training_required, back_entry_needs_two, attendance_minutes_max,"
      " floor_minutes, adopted) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
      " (SELECT COUNT(*) FROM policy))");
  FieldBinder binder{insert};
  core::PolicyAdopted fields = body;
  fields.fields(binder);
  insert.execute();
  state.forget();
  return state.changes() == 1 ? core::Outcome::applied()
                              : core::Outcome::flagged(core::Flag::already_exists);
}

}  // namespace linli::store
