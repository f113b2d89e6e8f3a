#include "ui/screens/founding_screen.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "ui/paint.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::FoundingProblem;
using app::Str;

namespace {

constexpr float content_height = 680;  // about what the first screens need

}  // namespace

void draw_bare_top(Ui& ui) {
  const bool english = ui.language == app::Language::en;
  gap(ui, std::clamp((ui.viewport.height - content_height) / 3, 0.0f, 160.0f));
  Row row(ui);
  const float icon = ui.theme.icon() * 1.4f;
  const Rect mark = ui.layout.place(ui, icon, icon);
  draw_icon(ui, Icon::need, mark.x, mark.y, icon, ui.theme.colours().accent);
  text(ui, "brand", ui.tr(Str::app_name), {.style = TextStyle::title});
  spacer(ui);
  if (quiet_button(ui, "language",
                   ui.tr(english ? Str::settings_language_zh : Str::settings_language_en),
                   Icon::language)) {
    (void)ui.app.set_setting("language", english ? "zh-CN" : "en");
    ui.wants_frame = true;
  }
}

void FoundingScreen::draw(Ui& ui) {
  listen(ui);
  draw_bare_top(ui);
  if (in_form_) {
    draw_form(ui);
  } else {
    draw_choice(ui);
  }
}

void FoundingScreen::draw_choice(Ui& ui) {
  {
    Column column(ui, space::m);
    heading(ui, "welcome", ui.tr(Str::founding_welcome), 1);
    text(ui, "words", ui.tr(Str::founding_welcome_words), {.soft = true});
  }
  gap(ui, space::l);
  heading(ui, "choose", ui.tr(Str::founding_choose));
  Card card(ui, CardOptions{.padding = space::s});
  List list(ui, "ways", ui.tr(Str::founding_choose));
  if (list_row(ui, "found", ui.tr(Str::founding_found),
               {.second = ui.tr(Str::founding_found_hint), .icon = Icon::branch})) {
    in_form_ = true;
    ui.wants_frame = true;
  }
  if (list_row(ui, "join", ui.tr(Str::founding_join),
               {.second = ui.tr(Str::founding_join_hint), .icon = Icon::link})) {
    ui.go("join");
  }
  if (list_row(ui, "demo", ui.tr(Str::founding_demo),
               {.second = ui.tr(Str::founding_demo_hint), .icon = Icon::eye})) {
    ui.requests.add(app::OpenDemo{true});
  }
}

// The sentence of the field when the plan's first problem is one of these two.
std::string_view FoundingScreen::error_of(Ui& ui, FoundingProblem missing, FoundingProblem wrong) {
  if (!tried_) {
    return {};
  }
  const FoundingProblem problem = app::check(plan_);
  if (problem == FoundingProblem::none || (problem != missing && problem != wrong)) {
    return {};
  }
  switch (problem) {
    case FoundingProblem::branch_name_missing:
      return ui.tr(Str::founding_branch_name_missing);
    case FoundingProblem::branch_name_long:
      return ui.tr(Str::founding_branch_name_long);
    case FoundingProblem::site_name_missing:
      return ui.tr(Str::founding_site_name_missing);
    case FoundingProblem::site_name_long:
      return ui.tr(Str::founding_site_name_long);
    case FoundingProblem::founder_name_missing:
      return ui.tr(Str::founding_founder_name_missing);
    case FoundingProblem::founder_name_long:
      return ui.tr(Str::founding_founder_name_long);
    default:
      return ui.tr(Str::founding_pin_unacceptable);
  }
}

void FoundingScreen::draw_form(Ui& ui) {
  {
    Row row(ui);
    if (icon_button(ui, "back", ui.tr(Str::app_back), Icon::back)) {
      in_form_ = false;
      ui.wants_frame = true;
    }
    heading(ui, "form", ui.tr(Str::founding_form_title), 1);
  }
  soft_text(ui, "words", ui.tr(Str::founding_form_words));
  using P = FoundingProblem;
  Card card(ui, CardOptions{.gap = space::l});
  text_field(ui, "branch", ui.tr(Str::founding_branch_name), plan_.branch_name,
             {.error = error_of(ui, P::branch_name_missing, P::branch_name_long),
              .placeholder = ui.tr(Str::founding_branch_name_example),
              .required = true});
  text_field(ui, "site", ui.tr(Str::founding_site_name), plan_.site_name,
             {.error = error_of(ui, P::site_name_missing, P::site_name_long),
              .placeholder = ui.tr(Str::founding_site_name_example),
              .required = true});
  text_field(ui, "founder", ui.tr(Str::founding_founder_name), plan_.founder_name,
             {.hint = ui.tr(Str::founding_founder_name_hint),
              .error = error_of(ui, P::founder_name_missing, P::founder_name_long),
              .required = true});
  text_field(ui, "pin", ui.tr(Str::founding_pin), plan_.pin,
             {.hint = ui.tr(Str::founding_pin_hint),
              .error = error_of(ui, P::pin_unacceptable, P::pin_unacceptable),
              .required = true,
              .password = true,
              .numeric = true,
              .length_max = 12});
  const bool differ = tried_ && app::Session::acceptable_pin(plan_.pin) && plan_.pin != pin_again_;
  text_field(ui, "pin_again", ui.tr(Str::founding_pin_again), pin_again_,
             {.error = differ ? ui.tr(Str::founding_pins_differ) : std::string_view(),
              .required = true,
              .password = true,
              .numeric = true,
              .length_max = 12});
  draw_policy(ui);

  using Step = app::Founding::State;
  const Step state = founding_ ? founding_->state() : Step::idle;
  if (state == Step::no_key) {
    banner(ui, "no_key", ui.say(Str::founding_no_key, {{"why", founding_->key_failure()}}),
           Tone::danger);
  } else if (state == Step::not_saved) {
    const base::Error& error = *founding_->error();
    banner(ui, "not_saved", ui.say(app::word(error.code), {{"where", error.where}}), Tone::danger);
  }
  const bool working = state == Step::making_key;
  if (button(ui, "create", ui.tr(working ? Str::founding_creating : Str::founding_create),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .busy = working,
              .full_width = true})) {
    create(ui);
  }
}

void FoundingScreen::draw_policy(Ui& ui) {
  if (presets_.empty()) {
    presets_ = app::policy_presets();
  }
  Choices names;
  for (const app::PolicyPreset& preset : presets_) {
    names.push_back(preset.policy.name.text);
  }
  const std::string_view rules =
      presets_.empty() ? std::string_view()
                       : std::string_view(presets_[static_cast<size_t>(preset_)].rules_from);
  select(ui, "policy", ui.tr(Str::founding_policy), preset_, names,
         {.hint = rules.empty() ? ui.tr(Str::founding_policy_hint) : rules});
}

void FoundingScreen::create(Ui& ui) {
  tried_ = true;
  ui.wants_frame = true;
  if (app::check(plan_) != FoundingProblem::none || plan_.pin != pin_again_) {
    return;
  }
  if (!presets_.empty()) {
    plan_.policy = presets_[static_cast<size_t>(preset_)].policy;
  }
  founding_ = std::make_unique<app::Founding>(ui.app);
  founding_->start(plan_);
  ui.requests.add(app::AskPersistence{});
}

void FoundingScreen::listen(Ui& ui) {
  if (founding_ == nullptr) {
    return;
  }
  for (const app::Event& event : *ui.events) {
    founding_->handle(event);
  }
  if (founding_->state() != app::Founding::State::done) {
    return;
  }
  ui.requests.add(app::RememberSentinel{ui.app.identity().space.str()});
  ui.toasts.add(ui.say(Str::founding_done, {{"name", plan_.founder_name}}), Tone::success);
  founding_.reset();
  plan_ = {};
  pin_again_.clear();
  in_form_ = false;
  tried_ = false;
  ui.go("");
  ui.wants_frame = true;
}

}  // namespace linli::ui
