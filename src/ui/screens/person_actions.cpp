#include "ui/screens/person_actions.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "core/person_name.h"
#include "ui/screens/person_draft.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr size_t kCardDigits = 8;
constexpr size_t kCardDigitsLeast = 4;

// Says nothing of its holder. The first digit is not 0, so that no reader drops it.
std::string new_card_number(app::App& app) {
  unsigned char bytes[kCardDigits];
  app.env().fill_random(bytes, sizeof(bytes));
  std::string digits;
  for (const unsigned char byte : bytes) {
    digits += static_cast<char>(digits.empty() ? '1' + byte % 9 : '0' + byte % 10);
  }
  return digits;
}

// Empty fits: a new number is made.
bool card_number_fits(const std::string& number) {
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number.empty() || (digits && number.size() >= kCardDigitsLeast &&
                            number.size() <= base::card_number_bytes_max);
}

}  // namespace

void PersonActions::opened(Ui& ui) {
  *this = {};
  courses_ = store::list_courses(ui.app.state());
  teams_ = store::list_teams(ui.app.state());
}

bool PersonActions::done(Ui& ui, core::Body body, std::string said) {
  const auto recorded = ui.app.dispatch(std::move(body));
  problem_ = problem_of(ui, recorded);
  ui.wants_frame = true;
  if (!stands(recorded)) return false;
  ui.toasts.add(std::move(said), Tone::success);
  return true;
}

void PersonActions::draw_problem(Ui& ui) {
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
}

void PersonActions::ask_withdraw(core::ConsentPurpose purpose) {
  purpose_ = purpose;
  withdraw_open_ = true;
}

void PersonActions::give(Ui& ui, const core::PersonId& person, core::ConsentPurpose purpose) {
  done(ui, core::ConsentGiven{person, purpose, notice_version},
       std::string(ui.tr(Str::people_consent_kept)));
}

void PersonActions::leave_team(Ui& ui, const core::PersonId& person, const core::TeamId& team) {
  done(ui, core::TeamLeft{team, person}, std::string(ui.tr(Str::people_team_left)));
}

void PersonActions::unmerge(Ui& ui, const core::PersonId& kept, const core::PersonId& merged) {
  done(ui, core::PersonsUnmerged{kept, merged}, std::string(ui.tr(Str::people_unmerged)));
}

void PersonActions::draw(Ui& ui, const store::PersonDetail& detail) {
  draw_training(ui, detail);
  draw_team(ui, detail);
  draw_withdraw(ui, detail);
  draw_card(ui, detail);
  draw_erase(ui, detail);
}

void PersonActions::draw_training(Ui& ui, const store::PersonDetail& detail) {
  const Dialog dialog(ui, "training", ui.tr(Str::people_add_training), training_open_);
  if (!dialog) return;
  Choices names;
  for (const store::CourseRow& course : courses_) names.push_back(course.name);
  if (names.empty()) {
    text(ui, "none", ui.tr(Str::people_no_courses));
  } else {
    radio_list(ui, "course", ui.tr(Str::people_course), course_, names);
  }
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) training_open_ = false;
  if (button(ui, "save", ui.tr(Str::people_add_training),
             {.kind = ButtonKind::primary, .disabled = course_ < 0})) {
    core::TrainingCompleted body;
    body.person = detail.row.person;
    body.course = courses_[static_cast<size_t>(course_)].course;
    done(ui, body, std::string(ui.tr(Str::people_training_kept)));
    training_open_ = false;
  }
}

void PersonActions::draw_team(Ui& ui, const store::PersonDetail& detail) {
  const Dialog dialog(ui, "team", ui.tr(Str::people_join_team), team_open_);
  if (!dialog) return;
  Choices names;
  for (const store::TeamRow& team : teams_) names.push_back(team.name);
  if (names.empty()) {
    text(ui, "none", ui.tr(Str::people_no_teams));
  } else {
    radio_list(ui, "team", ui.tr(Str::people_team), team_, names);
  }
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) team_open_ = false;
  if (button(ui, "save", ui.tr(Str::people_join_team),
             {.kind = ButtonKind::primary, .disabled = team_ < 0})) {
    done(ui, core::TeamJoined{teams_[static_cast<size_t>(team_)].team, detail.row.person},
         std::string(ui.tr(Str::people_team_joined)));
    team_open_ = false;
  }
}

void PersonActions::draw_withdraw(Ui& ui, const store::PersonDetail& detail) {
  const std::string what =
      ui.say(Str::people_withdraw_what, {{"purpose", ui.tr(app::word(purpose_))}});
  if (ask(ui, "withdraw", ui.tr(Str::people_withdraw), what, ui.tr(Str::people_withdraw),
          withdraw_open_, true) == Answer::yes) {
    done(ui, core::ConsentWithdrawn{detail.row.person, purpose_},
         std::string(ui.tr(Str::people_withdrawn)));
  }
}

void PersonActions::draw_card(Ui& ui, const store::PersonDetail& detail) {
  const Dialog dialog(ui, "card", ui.tr(Str::people_issue_card), card_open_);
  if (!dialog) return;
  if (!detail.card_number.empty()) text(ui, "old", ui.tr(Str::people_card_replaces));
  text_field(
      ui, "number", ui.tr(Str::people_card_number), card_number_,
      {.hint = ui.tr(Str::people_card_hint),
       .error = card_number_fits(core::search_key(card_number_)) ? std::string_view()
                                                                 : ui.tr(Str::people_card_fault),
       .numeric = true,
       .length_max = 32});
  // What was typed in this frame counts for a press in the same frame.
  const std::string number = core::search_key(card_number_);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) card_open_ = false;
  if (button(ui, "issue", ui.tr(Str::people_issue_card),
             {.kind = ButtonKind::primary,
              .icon = Icon::card,
              .disabled = !card_number_fits(number)})) {
    core::CardIssued body;
    body.person = detail.row.person;
    body.card_number.text = number.empty() ? new_card_number(ui.app) : number;
    done(ui, body, ui.say(Str::people_card_issued, {{"number", body.card_number.text}}));
    card_open_ = false;
    card_number_.clear();
  }
}

void PersonActions::draw_erase(Ui& ui, const store::PersonDetail& detail) {
  const Dialog dialog(ui, "erase", ui.tr(Str::people_erase), erase_open_);
  if (!dialog) {
    erase_understood_ = false;
    return;
  }
  text(ui, "what",
       ui.say(Str::people_erase_what, {{"name", name_text(ui, detail.row.name, Names::whole)}}));
  text(ui, "stays", ui.tr(Str::people_erase_stays), {.soft = true});
  checkbox(ui, "understood", ui.tr(Str::people_erase_understood), erase_understood_);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) erase_open_ = false;
  if (button(ui, "erase", ui.tr(Str::people_erase_now),
             {.kind = ButtonKind::danger, .icon = Icon::trash, .disabled = !erase_understood_})) {
    erase_open_ = false;
    if (done(ui, core::PersonErased{detail.row.person}, std::string(ui.tr(Str::people_erased)))) {
      ui.go("people");
    }
  }
}

}  // namespace linli::ui
