#include "ui/screens/person_form.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "base/utf8.h"
#include "ui/screens/availability_grid.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kDuplicatesShown = 3;

std::string_view said(Ui& ui, const std::optional<Str>& fault) {
  return fault.has_value() ? ui.tr(*fault) : std::string_view();
}

template <class E>
Choices all_words(Ui& ui) {
  Choices words;
  for (size_t i = 0; i < core::enum_count<E>(); ++i) {
    words.emplace_back(ui.tr(app::word(static_cast<E>(i))));
  }
  return words;
}

}  // namespace

void PersonForm::open(Ui& ui) {
  draft_ = {};
  faults_ = {};
  tried_ = unknown_ = false;
  person_.reset();
  roles_before_ = 0;
  identity_number_.clear();
  duplicates_.clear();
  problem_.clear();
  sites_ = store::list_sites(ui.app.state());
  kinds_ = store::list_service_kinds(ui.app.state());
}

void PersonForm::open_new(Ui& ui) {
  open(ui);
  draft_.recipient = ui.route.parameter("role") == "recipient";
  draft_.volunteer = ui.route.parameter("role") == "volunteer";
  if (sites_.size() == 1) draft_.site = sites_.front().site;
  before_ = draft_;
}

void PersonForm::open_existing(Ui& ui, const core::PersonId& person) {
  open(ui);
  const auto detail = store::person_detail(ui.app.state(), person);
  unknown_ = !detail.has_value() || detail->erased;
  if (unknown_) return;
  person_ = person;
  roles_before_ = detail->row.roles;
  identity_number_ = detail->identity_number;
  draft_ = before_ = PersonDraft::of(*detail);
}

void PersonForm::draw(Ui& ui) {
  if (unknown_) {
    if (empty_state(ui, "missing", Icon::person, ui.tr(Str::people_missing),
                    ui.tr(Str::people_missing_hint), ui.tr(Str::people_to_list))) {
      ui.go("people");
    }
    return;
  }
  const Str title = person_.has_value() ? Str::people_correct : Str::people_register;
  back_link(ui, ui.tr(Str::people_title), "people");
  heading(ui, "title", ui.tr(title), 1);
  soft_text(ui, "intro", ui.tr(Str::people_form_intro));
  draw_role(ui);
  draw_who(ui);
  if (draft_.recipient) draw_recipient(ui);
  if (draft_.volunteer) draw_volunteer(ui);
  draw_contact(ui);
  draw_consent(ui);
  draw_end(ui);
}

void PersonForm::draw_role(Ui& ui) {
  const Card card(ui);
  heading(ui, "role", ui.tr(Str::people_form_role));
  const Grid grid(ui, 300);
  checkbox(ui, "volunteer", ui.tr(app::word(core::PersonRole::volunteer)), draft_.volunteer,
           {.hint = ui.tr(Str::people_form_volunteer_hint)});
  checkbox(ui, "recipient", ui.tr(app::word(core::PersonRole::recipient)), draft_.recipient,
           {.hint = ui.tr(Str::people_form_recipient_hint)});
}

void PersonForm::draw_who(Ui& ui) {
  const Card card(ui);
  heading(ui, "who", ui.tr(Str::people_form_who));
  bool changed = false;
  {
    const Grid grid(ui, 300, space::l, 2);
    changed = text_field(ui, "name", ui.tr(Str::people_name), draft_.name,
                         {.error = said(ui, faults_.name), .required = true, .length_max = 64})
                  .changed;
    changed = text_field(ui, "phone", ui.tr(Str::people_phone), draft_.phone,
                         {.error = said(ui, faults_.phone), .numeric = true, .length_max = 24})
                  .changed ||
              changed;
    changed = text_field(ui, "birth_year", ui.tr(Str::people_birth_year), draft_.birth_year,
                         {.hint = ui.tr(Str::people_birth_year_hint),
                          .error = said(ui, faults_.birth_year),
                          .numeric = true,
                          .length_max = 4})
                  .changed ||
              changed;
    const Column column(ui, space::s);
    caption(ui, "gender_label", ui.tr(Str::people_gender));
    segmented(ui, "gender", ui.tr(Str::people_gender), draft_.gender, all_words<core::Gender>(ui));
  }
  if (changed) check(ui);
  draw_duplicates(ui);
}

void PersonForm::check(Ui& ui) {
  duplicates_ = store::possible_duplicates(ui.app.state(), base::trimmed(draft_.name), draft_.phone,
                                           draft_.year(), kDuplicatesShown + 1);
  duplicates_.erase(std::remove_if(duplicates_.begin(), duplicates_.end(),
                                   [this](const store::Duplicate& duplicate) {
                                     return person_ == duplicate.row.person;
                                   }),
                    duplicates_.end());
  if (duplicates_.size() > kDuplicatesShown) duplicates_.resize(kDuplicatesShown);
  if (tried_) {
    faults_ = faults_of(draft_, purpose(), base::civil_of(ui.app.today()).year);
  }
  ui.wants_frame = true;
}

void PersonForm::draw_duplicates(Ui& ui) {
  if (duplicates_.empty()) return;
  banner(ui, "duplicates", ui.tr(Str::people_maybe_known_hint), Tone::warning,
         {.title = ui.tr(Str::people_maybe_known)});
  const List list(ui, "known", ui.tr(Str::people_maybe_known));
  for (const store::Duplicate& duplicate : duplicates_) {
    const std::string second = facts({std::string(ui.tr(duplicate_text(duplicate.reason))),
                                      person_line(ui, duplicate.row, Names::masked)});
    if (list_row(ui, duplicate.row.person.view(),
                 ui.say(Str::people_open_existing,
                        {{"name", name_text(ui, duplicate.row.name, Names::whole)}}),
                 {.second = second, .avatar = duplicate.row.name})) {
      ui.go("people/" + duplicate.row.person.str());
    }
  }
}

void PersonForm::draw_recipient(Ui& ui) {
  const Card card(ui);
  heading(ui, "categories", ui.tr(Str::people_form_categories));
  soft_text(ui, "categories_hint", ui.tr(Str::people_form_categories_hint));
  const Row row(ui, {.gap = space::s});
  for (size_t i = 0; i < core::enum_count<core::Category>(); ++i) {
    const auto category = static_cast<core::Category>(i);
    bool on = (draft_.categories & store::set_bit(category)) != 0;
    if (chip(ui, core::name(category), ui.tr(app::word(category)), on)) {
      draft_.categories ^= store::set_bit(category);
    }
  }
}

void PersonForm::draw_volunteer(Ui& ui) {
  const Card card(ui);
  heading(ui, "serving", ui.tr(Str::people_form_serving));
  {
    const Grid grid(ui, 300, space::l, 2);
    select(ui, "kind", ui.tr(Str::people_volunteer_kind), draft_.volunteer_kind,
           all_words<core::VolunteerKind>(ui));
  }
  if (!kinds_.empty()) {
    text(ui, "skills", ui.tr(Str::people_skills), {.style = TextStyle::strong});
    const Row row(ui, {.gap = space::s});
    for (const store::ServiceKindRow& kind : kinds_) {
      const auto found = std::find(draft_.skills.begin(), draft_.skills.end(), kind.service_kind);
      bool on = found != draft_.skills.end();
      if (!chip(ui, kind.service_kind.view(), kind.name, on)) continue;
      if (on) {
        draft_.skills.push_back(kind.service_kind);
      } else {
        draft_.skills.erase(found);
      }
    }
  }
  text(ui, "time", ui.tr(Str::people_availability), {.style = TextStyle::strong});
  availability_grid(ui, "availability", draft_.availability);
}

void PersonForm::draw_contact(Ui& ui) {
  const Card card(ui);
  heading(ui, "contact", ui.tr(Str::people_form_contact));
  {
    const Grid grid(ui, 300, space::l, 2);
    if (!sites_.empty()) {
      Choices names;
      int chosen = -1;
      for (const store::SiteRow& site : sites_) {
        if (draft_.site == site.site) chosen = static_cast<int>(names.size());
        names.push_back(site.name);
      }
      if (select(ui, "site", ui.tr(Str::people_site), chosen, names)) {
        draft_.site = sites_[static_cast<size_t>(chosen)].site;
      }
    }
    text_field(ui, "emergency", ui.tr(Str::people_emergency), draft_.emergency_contact,
               {.hint = ui.tr(Str::people_emergency_hint)});
  }
  text_field(ui, "address", ui.tr(Str::people_address), draft_.address);
  text_field(ui, "note", ui.tr(Str::people_note), draft_.note,
             {.hint = ui.tr(Str::people_note_hint), .lines = 2});
}

void PersonForm::draw_consent(Ui& ui) {
  const Card card(
      ui, {.tone = faults_.consent || faults_.sensitive_consent ? Tone::danger : Tone::neutral});
  heading(ui, "consent", ui.tr(Str::people_form_consent));
  text(ui, "notice", ui.tr(Str::people_notice));
  checkbox(ui, "agreed", ui.tr(Str::people_agreed), draft_.consent,
           {.disabled = person_.has_value() && before_.consent});
  if (faults_.consent) text(ui, "fault", ui.tr(*faults_.consent), {.tone = Tone::danger});
  text(ui, "sensitive_notice", ui.tr(Str::people_sensitive_notice));
  checkbox(ui, "sensitive", ui.tr(Str::people_sensitive_agreed), draft_.sensitive_consent,
           {.disabled = person_.has_value() && before_.sensitive_consent});
  if (faults_.sensitive_consent) {
    text(ui, "sensitive_fault", ui.tr(*faults_.sensitive_consent), {.tone = Tone::danger});
  }
}

void PersonForm::draw_end(Ui& ui) {
  if (tried_ && !faults_.none()) {
    banner(ui, "faults", ui.tr(faults_.role ? *faults_.role : Str::people_faults), Tone::danger);
  }
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) {
    ui.go(person_.has_value() ? "people/" + person_->str() : "people");
  }
  if (primary_button(ui, "save", ui.tr(person_.has_value() ? Str::app_save : Str::people_save_new),
                     Icon::check)) {
    save(ui);
  }
}

bool PersonForm::give_consents(Ui& ui, const core::PersonId& person) {
  using core::ConsentPurpose;
  const std::pair<bool, ConsentPurpose> given[] = {
      {draft_.consent && !before_.consent, ConsentPurpose::registration},
      {draft_.sensitive_consent && !before_.sensitive_consent, ConsentPurpose::sensitive_data}};
  for (const auto& [now, purpose] : given) {
    if (!now) continue;
    const auto recorded = ui.app.dispatch(core::ConsentGiven{person, purpose, notice_version});
    problem_ = problem_of(ui, recorded);
    if (!stands(recorded)) return false;
  }
  return true;
}

void PersonForm::save(Ui& ui) {
  tried_ = true;
  ui.wants_frame = true;
  faults_ = faults_of(draft_, purpose(), base::civil_of(ui.app.today()).year);
  if (!faults_.none()) return;
  const core::PersonId person = person_.value_or(ui.app.new_id<core::PersonId>());
  const auto fill = [this, &person](auto body) {
    body.person = person;
    body.roles = draft_.roles(roles_before_);
    body.birth_year = draft_.year();
    body.gender = static_cast<core::Gender>(draft_.gender);
    for (const auto category : words_of_set<core::Category>(draft_.categories)) {
      body.categories.push_back(category);
    }
    if (draft_.volunteer && draft_.volunteer_kind >= 0) {
      body.volunteer_kind = static_cast<core::VolunteerKind>(draft_.volunteer_kind);
    }
    if (draft_.volunteer) body.skills = draft_.skills;
    body.site = draft_.site;
    if (draft_.availability != 0) body.availability = draft_.availability;
    body.details = draft_.details(identity_number_);
    return body;
  };
  const auto recorded = person_.has_value() ? ui.app.dispatch(fill(core::PersonCorrected{}))
                                            : ui.app.dispatch(fill(core::PersonRegistered{}));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded) || !give_consents(ui, person)) return;
  ui.toasts.add(ui.say(person_.has_value() ? Str::people_corrected : Str::people_registered,
                       {{"name", base::trimmed(draft_.name)}}),
                Tone::success);
  const std::string_view next = ui.route.parameter("next");
  // A need that is being taken by phone goes on with its new recipient.
  ui.go(next == "need" ? "needs/new?recipient=" + person.str() : "people/" + person.str());
}

}  // namespace linli::ui
