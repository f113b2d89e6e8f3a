#include "ui/screens/person_page.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/availability_grid.h"
#include "ui/screens/member_card.h"
#include "ui/screens/need_words.h"
#include "ui/screens/person_words.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kRecent = 6;
constexpr float kCardWidth = 380;

Tone tone_of(store::RecordState state) {
  if (state == store::RecordState::approved) return Tone::success;
  return state == store::RecordState::rejected ? Tone::danger : Tone::warning;
}

Str word_of(store::RecordState state) {
  if (state == store::RecordState::approved) return Str::people_record_approved;
  return state == store::RecordState::rejected ? Str::people_record_rejected
                                               : Str::people_record_waiting;
}

}  // namespace

void PersonPage::opened(Ui& ui, const core::PersonId& person) {
  person_ = person;
  revision_ = 0;
  actions_.opened(ui);
}

bool PersonPage::is(core::PersonRole role) const {
  return (detail_->row.roles & store::set_bit(role)) != 0;
}

void PersonPage::read(Ui& ui) {
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  detail_ = store::person_detail(state, person_);
  if (!detail_.has_value()) return;
  balances_ = store::person_balances(state, person_);
  needs_ = store::needs_of_recipient(state, person_, kRecent);
  taken_ = store::needs_of_volunteer(state, person_, kRecent);
  records_ = store::records_of_volunteer(state, person_, std::nullopt, kRecent);
  refused_ = store::refused_for_volunteer(state, person_, kRecent);
}

void PersonPage::draw(Ui& ui) {
  if (revision_ != ui.app.revision()) read(ui);
  back_link(ui, ui.tr(Str::people_title), "people");
  if (!detail_.has_value() || detail_->erased) {
    const bool erased = detail_.has_value();
    if (empty_state(ui, "missing", Icon::person,
                    ui.tr(erased ? Str::people_is_erased : Str::people_missing),
                    ui.tr(erased ? Str::people_is_erased_hint : Str::people_missing_hint),
                    ui.tr(Str::people_to_list))) {
      ui.go("people");
    }
    return;
  }
  draw_title(ui);
  actions_.draw_problem(ui);
  if (detail_->merged_into.has_value() &&
      banner(ui, "merged_into", ui.tr(Str::people_merged_into), Tone::info,
             {.action = ui.tr(Str::people_open_kept)})) {
    ui.go("people/" + detail_->merged_into->str());
  }
  draw_refused_list(ui, refused_, RefusedList::of_person);
  {
    const Grid grid(ui, kCardWidth, space::l, 3);
    draw_facts(ui);
    draw_coins(ui);
    if (is(core::PersonRole::volunteer)) draw_service(ui);
    if (!needs_.empty() || is(core::PersonRole::recipient)) draw_needs(ui);
    if (is(core::PersonRole::volunteer)) draw_records(ui);
    draw_consents(ui);
    draw_card(ui);
    if (!detail_->merged.empty()) draw_merged(ui);
  }
  draw_end(ui);
  actions_.draw(ui, *detail_);
}

void PersonPage::draw_title(Ui& ui) {
  {
    const Row row(ui);
    heading(ui, "title", name_text(ui, detail_->row.name, Names::whole), 1);
    for (const auto role : words_of_set<core::PersonRole>(detail_->row.roles)) {
      badge(ui, core::name(role), ui.tr(app::word(role)), Tone::accent,
            role == core::PersonRole::recipient ? Icon::heart : Icon::volunteer);
    }
  }
  const Row row(ui);
  if (is(core::PersonRole::recipient)) {
    if (primary_button(ui, "need", ui.tr(Str::people_publish_need), Icon::need)) {
      ui.go("needs/new?recipient=" + person_.str());
    }
  }
  if (button(ui, "edit", ui.tr(Str::people_correct), {.icon = Icon::edit})) {
    ui.go("people/" + person_.str() + "/edit");
  }
}

void PersonPage::draw_facts(Ui& ui) {
  const Card card(ui);
  heading(ui, "facts", ui.tr(Str::people_facts));
  const auto line = [&ui](std::string_view key, Str name, const std::string& value) {
    if (!value.empty()) key_value(ui, key, ui.tr(name), value);
  };
  line("phone", Str::people_phone, detail_->row.phone);
  if (detail_->row.birth_year.has_value()) {
    const int32_t age = base::civil_of(ui.app.today()).year - *detail_->row.birth_year;
    line("birth_year", Str::people_birth_year,
         ui.say(Str::people_year_and_age, {{"year", std::to_string(*detail_->row.birth_year)},
                                           {"age", std::to_string(age)}}));
  }
  if (detail_->gender != core::Gender::unknown) {
    line("gender", Str::people_gender, std::string(ui.tr(app::word(detail_->gender))));
  }
  line("categories", Str::people_category, categories_text(ui, detail_->row.categories));
  line("site", Str::people_site, detail_->row.site_name);
  line("address", Str::people_address, detail_->address);
  line("emergency", Str::people_emergency, detail_->emergency_contact);
  line("note", Str::people_note, detail_->note);
  line("since", Str::people_since,
       app::day_text(detail_->registered_day, ui.app.today(), ui.language));
}

void PersonPage::draw_coins(Ui& ui) {
  const Card card(ui);
  heading(ui, "coins", ui.tr(Str::people_coins));
  figure(ui, "coin", ui.tr(Str::people_coin_available),
         app::hours_text(balances_.coin.available(), ui.language), Tone::accent);
  if (balances_.coin.held != 0) {
    key_value(ui, "held", ui.tr(Str::people_coin_held),
              app::hours_text(balances_.coin.held, ui.language));
  }
  key_value(ui, "points", ui.tr(Str::people_points),
            app::number_text(balances_.points.available()));
  key_value(ui, "earned", ui.tr(Str::people_earned),
            app::hours_text(balances_.earned_minutes, ui.language));
}

void PersonPage::draw_service(Ui& ui) {
  const Card card(ui);
  heading(ui, "serving", ui.tr(Str::people_form_serving));
  if (detail_->volunteer_kind.has_value()) {
    key_value(ui, "kind", ui.tr(Str::people_volunteer_kind),
              ui.tr(app::word(*detail_->volunteer_kind)));
  }
  std::vector<std::string> skills;
  for (const store::NamedSkill& skill : detail_->skills) skills.push_back(skill.name);
  if (!skills.empty()) key_value(ui, "skills", ui.tr(Str::people_skills), joined(ui, skills));
  const std::string time = availability_text(ui, detail_->availability.value_or(0));
  if (!time.empty()) key_value(ui, "time", ui.tr(Str::people_availability), time);
  for (const store::TrainingRow& training : detail_->training) {
    key_value(ui, training.course.view(), training.name,
              ui.say(Str::people_completed,
                     {{"day", app::day_text(training.completed_day, ui.app.today(), ui.language)}}),
              Tone::success);
  }
  for (const store::NamedTeam& team : detail_->teams) {
    const KeyScope keys(ui, team.team.view());
    const Row row(ui);
    badge(ui, "team", team.name, Tone::info, Icon::team);
    if (quiet_button(ui, "leave", ui.say(Str::people_leave_team, {{"team", team.name}}))) {
      actions_.leave_team(ui, person_, team.team);
    }
  }
  const Row row(ui);
  if (button(ui, "training", ui.tr(Str::people_add_training), {.icon = Icon::training})) {
    actions_.ask_training();
  }
  if (button(ui, "join", ui.tr(Str::people_join_team), {.icon = Icon::team})) actions_.ask_team();
}

void PersonPage::draw_needs(Ui& ui) {
  const Card card(ui);
  heading(ui, "needs", ui.tr(Str::people_needs));
  if (needs_.empty()) {
    soft_text(ui, "no_needs", ui.tr(Str::people_no_needs));
    return;
  }
  const List list(ui, "list", ui.tr(Str::people_needs));
  for (const store::NeedRow& need : needs_) {
    const NeedStatus status = need_status(ui, need, ui.app.today());
    if (list_row(ui, need.need.view(), need_title(ui, need, NeedTitle::kind_only),
                 {.second = need_time(ui, need, ui.app.today()),
                  .end = status.words,
                  .end_tone = status.tone,
                  .icon = need.wish ? Icon::wish : Icon::need})) {
      ui.go("needs/" + need.need.str());
    }
  }
}

void PersonPage::draw_records(Ui& ui) {
  const Card card(ui);
  heading(ui, "records", ui.tr(Str::people_records));
  if (records_.empty() && taken_.empty()) {
    soft_text(ui, "no_records", ui.tr(Str::people_no_records));
    return;
  }
  const List list(ui, "list", ui.tr(Str::people_records));
  for (const store::VolunteerNeed& taken : taken_) {
    if (taken.state != store::AssignmentState::held || taken.row.served()) continue;
    if (list_row(ui, taken.row.need.view(), need_title(ui, taken.row, NeedTitle::masked),
                 {.second = need_time(ui, taken.row, ui.app.today()),
                  .end = ui.tr(Str::people_has_taken),
                  .end_tone = Tone::accent,
                  .icon = Icon::need})) {
      ui.go("needs/" + taken.row.need.str());
    }
  }
  for (const store::RecordRow& record : records_) {
    const std::string second =
        facts({app::near_day_text(record.service_day, ui.app.today(), ui.language),
               app::span_text(record.approved_minutes.value_or(record.minutes), ui.language)});
    if (list_row(ui, record.record.view(), record.service_kind_name,
                 {.second = second,
                  .end = ui.tr(word_of(record.state)),
                  .end_tone = tone_of(record.state),
                  .icon = Icon::record})) {
      ui.go("records/" + record.record.str());
    }
  }
}

void PersonPage::draw_consents(Ui& ui) {
  const Card card(ui);
  heading(ui, "consents", ui.tr(Str::people_consents));
  for (size_t i = 0; i < core::enum_count<core::ConsentPurpose>(); ++i) {
    const auto purpose = static_cast<core::ConsentPurpose>(i);
    const KeyScope keys(ui, core::name(purpose));
    const store::ConsentRow* found = nullptr;
    for (const store::ConsentRow& consent : detail_->consents) {
      if (consent.purpose == purpose) found = &consent;
    }
    const bool given = found != nullptr && !found->withdrawn_day.has_value();
    key_value(ui, "state", ui.tr(app::word(purpose)),
              found == nullptr
                  ? std::string(ui.tr(Str::people_not_asked))
                  : ui.say(given ? Str::people_agreed_on : Str::people_withdrawn_on,
                           {{"day", app::day_text(given ? found->given_day : *found->withdrawn_day,
                                                  ui.app.today(), ui.language)}}),
              given ? Tone::success : Tone::neutral);
    const std::string_view what = ui.tr(app::word(purpose));
    if (given) {
      if (quiet_button(ui, "withdraw", ui.say(Str::people_withdraw_for, {{"purpose", what}}))) {
        actions_.ask_withdraw(purpose);
      }
    } else if (quiet_button(ui, "give", ui.say(Str::people_give_for, {{"purpose", what}}))) {
      actions_.give(ui, person_, purpose);
    }
  }
}

void PersonPage::draw_card(Ui& ui) {
  const Card card(ui);
  heading(ui, "card", ui.tr(Str::people_card));
  if (detail_->card_number.empty()) {
    soft_text(ui, "no_card", ui.tr(Str::people_no_card));
  } else {
    figure(ui, "number", ui.tr(Str::people_card_number), detail_->card_number);
  }
  const Row row(ui);
  if (!detail_->card_number.empty() &&
      button(ui, "print", ui.tr(Str::people_print_card), {.icon = Icon::print})) {
    print_member_card(ui, *detail_);
  }
  if (button(
          ui, "issue",
          ui.tr(detail_->card_number.empty() ? Str::people_issue_card : Str::people_replace_card),
          {.icon = Icon::card})) {
    actions_.ask_card();
  }
}

void PersonPage::draw_merged(Ui& ui) {
  const Card card(ui);
  heading(ui, "merged", ui.tr(Str::people_merged_entries));
  for (const store::PersonRow& row : detail_->merged) {
    const KeyScope keys(ui, row.person.view());
    const std::string name = name_text(ui, row.name, Names::whole);
    text(ui, "line", facts({name, row.phone}));
    if (button(ui, "undo", ui.say(Str::people_unmerge, {{"name", name}}), {.icon = Icon::undo})) {
      actions_.unmerge(ui, person_, row.person);
    }
  }
}

void PersonPage::draw_end(Ui& ui) {
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "erase", ui.tr(Str::people_erase), Icon::trash)) actions_.ask_erase();
}

}  // namespace linli::ui
