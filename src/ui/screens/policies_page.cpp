#include "ui/screens/policies_page.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_policy.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int64_t hours_max = 5000;

std::vector<std::string> rounding_words(const Ui& ui) {
  std::vector<std::string> words;
  for (size_t i = 0; i < core::enum_count<core::RoundingRule>(); ++i) {
    words.emplace_back(ui.tr(app::word(static_cast<core::RoundingRule>(i))));
  }
  return words;
}

// 0 in a stepper means that the rule does not exist.
int64_t hours_of(const std::optional<int32_t>& minutes) { return minutes.value_or(0) / 60; }

std::optional<int32_t> minutes_or_none(int64_t hours) {
  if (hours == 0) return std::nullopt;
  return static_cast<int32_t>(hours * 60);
}

}  // namespace

void PoliciesPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  policies_ = store::list_policies(ui.app.state());
  in_force_ = store::policy_in_force(ui.app.state(), ui.app.today());
}

void PoliciesPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::coins_title), "coins");
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::coins_policies), 1);
    spacer(ui);
    if (primary_button(ui, "adopt", ui.tr(Str::coins_adopt), Icon::add)) open_form(ui);
  }
  soft_text(ui, "intro", ui.tr(Str::coins_policies_intro));
  if (policies_.empty()) {
    empty_state(ui, "none", Icon::book, ui.tr(Str::coins_no_policy),
                ui.tr(Str::coins_no_policy_hint));
  }
  for (const core::Policy& policy : policies_) {
    const KeyScope keys(ui, policy.policy.view());
    draw_policy(ui, policy, in_force_.has_value() && in_force_->policy == policy.policy);
  }
  draw_form(ui);
}

void PoliciesPage::draw_policy(Ui& ui, const core::Policy& policy, bool in_force) {
  Card card(ui);
  {
    Row row(ui);
    heading(ui, "name", policy.name.text, 2);
    if (in_force) {
      badge(ui, "in_force", ui.tr(Str::coins_in_force), Tone::success);
    } else if (ui.app.today() < policy.effective_day) {
      badge(ui, "coming", ui.tr(Str::coins_coming), Tone::info);
    }
  }
  soft_text(ui, "from",
            ui.say(Str::coins_effective,
                   {{"day", app::full_day_text(policy.effective_day, ui.language)}}));
  const auto hours = [&ui](int64_t minutes) { return app::hours_text(minutes, ui.language); };
  Grid grid(ui, 340, space::s);
  key_value(ui, "coin", ui.tr(Str::coins_rule_coin),
            ui.say(Str::coins_rule_coin_value,
                   {{"span", app::span_text(policy.coin_minutes, ui.language)},
                    {"name", policy.coin_name.text}}));
  key_value(
      ui, "points", ui.tr(Str::coins_rule_points),
      ui.say(Str::coins_rule_points_value, {{"count", app::number_text(policy.points_per_hour)},
                                            {"name", policy.points_name.text}}));
  key_value(ui, "rounding", ui.tr(Str::coins_rule_rounding), ui.tr(app::word(policy.rounding)));
  if (policy.cap_record_minutes) {
    key_value(ui, "cap_record", ui.tr(Str::coins_rule_cap_record),
              hours(*policy.cap_record_minutes));
  }
  if (policy.cap_day_minutes) {
    key_value(ui, "cap_day", ui.tr(Str::coins_rule_cap_day), hours(*policy.cap_day_minutes));
  }
  if (policy.cap_year_minutes) {
    key_value(ui, "cap_year", ui.tr(Str::coins_rule_cap_year), hours(*policy.cap_year_minutes));
  }
  if (policy.cap_lifetime_minutes) {
    key_value(ui, "cap_life", ui.tr(Str::coins_rule_cap_life), hours(*policy.cap_lifetime_minutes));
  }
  if (policy.gate_minutes) {
    key_value(ui, "gate", ui.tr(Str::coins_rule_gate), hours(*policy.gate_minutes));
  }
  if (policy.redeem_age) {
    key_value(ui, "age", ui.tr(Str::coins_rule_age), app::number_text(*policy.redeem_age));
  }
  if (policy.volunteer_age_max) {
    key_value(ui, "age_max", ui.tr(Str::coins_rule_age_max),
              app::number_text(*policy.volunteer_age_max));
  }
  key_value(ui, "training", ui.tr(Str::coins_rule_training),
            ui.tr(policy.training_required ? Str::coins_yes : Str::coins_no));
  key_value(ui, "two", ui.tr(Str::coins_rule_two),
            ui.tr(policy.back_entry_needs_two ? Str::coins_yes : Str::coins_no));
}

void PoliciesPage::open_form(Ui& ui) {
  adopting_ = true;
  presets_ = app::policy_presets();
  preset_ = -1;
  effective_ = ui.app.today();
  fill_form(in_force_.value_or(core::PolicyAdopted()));
  problem_.clear();
}

void PoliciesPage::fill_form(const core::PolicyAdopted& draft) {
  draft_ = draft;
  rounding_ = static_cast<int>(draft_.rounding);
  points_per_hour_ = draft_.points_per_hour;
  cap_day_hours_ = hours_of(draft_.cap_day_minutes);
  gate_hours_ = hours_of(draft_.gate_minutes);
  redeem_age_ = draft_.redeem_age.value_or(0);
  training_required_ = draft_.training_required;
}

void PoliciesPage::draw_form(Ui& ui) {
  Dialog dialog(ui, "adopt_form", ui.tr(Str::coins_adopt), adopting_, {.width = 680});
  if (!dialog) return;
  soft_text(ui, "hint", ui.tr(Str::coins_adopt_hint));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  std::vector<std::string> names;
  for (const app::PolicyPreset& preset : presets_) names.push_back(preset.policy.name.text);
  if (select(ui, "preset", ui.tr(Str::coins_preset), preset_, names,
             {.nothing = ui.tr(Str::coins_preset_none)})) {
    fill_form(presets_[static_cast<size_t>(preset_)].policy);
  }
  if (preset_ >= 0) {
    caption(ui, "rules_from", presets_[static_cast<size_t>(preset_)].rules_from);
  }
  date_field(ui, "effective", ui.tr(Str::coins_effective_day), effective_, ui.app.today(),
             {.least = ui.app.today(), .hint = ui.tr(Str::coins_effective_hint), .required = true});
  select(ui, "rounding", ui.tr(Str::coins_rule_rounding), rounding_, rounding_words(ui));
  {
    Grid grid(ui, 260, space::m);
    number_stepper(ui, "points", ui.tr(Str::coins_rule_points), points_per_hour_,
                   {.least = 0, .most = 1000});
    number_stepper(ui, "cap_day", ui.tr(Str::coins_rule_cap_day), cap_day_hours_,
                   {.least = 0, .most = 24, .hint = ui.tr(Str::coins_zero_is_none)});
    number_stepper(ui, "gate", ui.tr(Str::coins_rule_gate), gate_hours_,
                   {.least = 0, .most = hours_max, .hint = ui.tr(Str::coins_zero_is_none)});
    number_stepper(ui, "age", ui.tr(Str::coins_rule_age), redeem_age_,
                   {.least = 0, .most = 100, .hint = ui.tr(Str::coins_zero_is_none)});
  }
  switch_row(ui, "training", ui.tr(Str::coins_rule_training), training_required_);
  Row row(ui, {.align = Align::end});
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) adopting_ = false;
  const bool ready = effective_.has_value() && !draft_.name.text.empty();
  if (button(ui, "save", ui.tr(Str::coins_adopt),
             {.kind = ButtonKind::primary, .disabled = !ready})) {
    adopt(ui);
  }
}

void PoliciesPage::adopt(Ui& ui) {
  core::PolicyAdopted policy = draft_;
  policy.policy = ui.app.new_id<core::PolicyId>();
  policy.effective_day = *effective_;
  policy.rounding = static_cast<core::RoundingRule>(rounding_);
  policy.points_per_hour = static_cast<int32_t>(points_per_hour_);
  // The form shows whole hours; a rule in minutes that nobody touched stays as it is.
  if (cap_day_hours_ != hours_of(draft_.cap_day_minutes)) {
    policy.cap_day_minutes = minutes_or_none(cap_day_hours_);
  }
  if (gate_hours_ != hours_of(draft_.gate_minutes)) {
    policy.gate_minutes = minutes_or_none(gate_hours_);
  }
  policy.redeem_age = redeem_age_ == 0 ? std::optional<int32_t>()
                                       : std::optional<int32_t>(static_cast<int32_t>(redeem_age_));
  policy.training_required = training_required_;
  const auto recorded = ui.app.dispatch(policy);
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  adopting_ = false;
  ui.toasts.add(std::string(ui.tr(Str::coins_adopted)), Tone::success);
}

}  // namespace linli::ui
