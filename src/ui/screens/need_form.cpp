#include "ui/screens/need_form.h"

#include "app/app.h"
#include "app/words.h"
#include "base/ids.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ui/screens/person_draft.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int64_t kMinutesStep = 15;
constexpr int64_t kVolunteersMost = 50;
constexpr int32_t kMorning = 9 * 60;

std::string_view said(Ui& ui, const std::optional<Str>& fault) {
  return fault.has_value() ? ui.tr(*fault) : std::string_view();
}

std::optional<core::Note> note_of(const std::string& text) {
  const std::string trimmed = base::trimmed(text);
  if (trimmed.empty()) return std::nullopt;
  return core::Note{trimmed};
}

}  // namespace

void NeedForm::opened(Ui& ui) {
  *this = {};
  kinds_ = store::list_service_kinds(ui.app.state());
  sites_ = store::list_sites(ui.app.state());
  if (sites_.size() == 1) site_ = 0;
  from_ = kMorning;
  const std::string_view asked = ui.route.parameter("recipient");
  if (base::well_formed_id(asked, core::PersonId::prefix())) {
    recipient_.choose(ui, core::PersonId(asked));
    recipient_chosen(ui);
  }
}

// What the register knows need not be asked again.
void NeedForm::recipient_chosen(Ui& ui) {
  faults_.recipient.reset();
  if (!recipient_.chosen().has_value()) return;
  const auto detail = store::person_detail(ui.app.state(), recipient_.chosen()->person);
  if (!detail.has_value()) return;
  address_ = detail->address;
  for (size_t i = 0; i < sites_.size(); ++i) {
    if (detail->site == sites_[i].site) site_ = static_cast<int>(i);
  }
}

void NeedForm::draw(Ui& ui) {
  back_link(ui, ui.tr(Str::needs_title), "needs");
  heading(ui, "title", ui.tr(Str::needs_publish), 1);
  soft_text(ui, "intro", ui.tr(Str::needs_form_intro));
  draw_recipient(ui);
  draw_what(ui);
  draw_when(ui);
  draw_more(ui);
  if (!faults_.none()) banner(ui, "faults", ui.tr(Str::needs_faults), Tone::danger);
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) ui.go("needs");
  if (primary_button(ui, "publish", ui.tr(Str::needs_publish_now), Icon::check)) publish(ui);
}

void NeedForm::draw_recipient(Ui& ui) {
  const Card card(ui);
  heading(ui, "who", ui.tr(Str::needs_who));
  if (newcomer_) {
    draw_newcomer(ui);
    return;
  }
  if (recipient_.draw(
          ui, "recipient", ui.tr(Str::needs_recipient),
          {.error = said(ui, faults_.recipient), .hint = ui.tr(Str::needs_recipient_hint)})) {
    recipient_chosen(ui);
  }
  if (recipient_.chosen().has_value()) return;
  if (button(ui, "newcomer", ui.tr(Str::needs_newcomer), {.icon = Icon::add})) {
    newcomer_ = true;
    newcomer_name_ = recipient_.typed();
    ui.wants_frame = true;
  }
}

void NeedForm::draw_newcomer(Ui& ui) {
  text(ui, "newcomer_intro", ui.tr(Str::needs_newcomer_intro), {.soft = true});
  {
    const Grid grid(ui, 280, space::l, 2);
    text_field(ui, "name", ui.tr(Str::people_name), newcomer_name_,
               {.error = said(ui, faults_.name), .required = true, .length_max = 64});
    text_field(ui, "phone", ui.tr(Str::people_phone), newcomer_phone_,
               {.error = said(ui, faults_.phone), .numeric = true, .length_max = 24});
  }
  text(ui, "notice", ui.tr(Str::people_notice));
  checkbox(ui, "agreed", ui.tr(Str::people_agreed), newcomer_agreed_);
  if (faults_.consent) text(ui, "fault", ui.tr(*faults_.consent), {.tone = Tone::danger});
  const Row row(ui);
  if (button(ui, "register", ui.tr(Str::people_save_new), {.icon = Icon::check})) {
    register_newcomer(ui);
  }
  if (quiet_button(ui, "not_new", ui.tr(Str::needs_not_new))) newcomer_ = false;
}

void NeedForm::register_newcomer(Ui& ui) {
  ui.wants_frame = true;
  PersonDraft draft;
  draft.name = newcomer_name_;
  draft.phone = newcomer_phone_;
  draft.recipient = true;
  draft.consent = newcomer_agreed_;
  const DraftFaults faults =
      faults_of(draft, DraftFor::registering, base::civil_of(ui.app.today()).year);
  faults_.name = faults.name;
  faults_.phone = faults.phone;
  faults_.consent = faults.consent;
  if (!faults.none()) return;
  core::PersonRegistered body;
  body.person = ui.app.new_id<core::PersonId>();
  body.roles = draft.roles(0);
  body.details = draft.details({});
  const auto registered = ui.app.dispatch(body);
  problem_ = problem_of(ui, registered);
  if (!stands(registered)) return;
  const auto agreed = ui.app.dispatch(
      core::ConsentGiven{body.person, core::ConsentPurpose::registration, notice_version});
  problem_ = problem_of(ui, agreed);
  ui.toasts.add(ui.say(Str::people_registered, {{"name", base::trimmed(newcomer_name_)}}),
                Tone::success);
  recipient_.choose(ui, body.person);
  recipient_chosen(ui);
  newcomer_ = false;
}

void NeedForm::draw_what(Ui& ui) {
  const Card card(ui);
  heading(ui, "what", ui.tr(Str::needs_what));
  if (kinds_.empty()) {
    text(ui, "no_kinds", ui.tr(Str::needs_no_kinds));
  }
  {
    const Grid grid(ui, 280, space::l, 2);
    Choices kinds;
    for (const store::ServiceKindRow& kind : kinds_) kinds.push_back(kind.name);
    if (select(ui, "kind", ui.tr(Str::needs_kind), kind_, kinds,
               {.error = said(ui, faults_.kind), .required = true})) {
      minutes_ = kinds_[static_cast<size_t>(kind_)].default_minutes;
      faults_.kind.reset();
    }
    Choices sites;
    for (const store::SiteRow& site : sites_) sites.push_back(site.name);
    select(ui, "site", ui.tr(Str::needs_site), site_, sites);
  }
  if (kind_ >= 0 && !kinds_[static_cast<size_t>(kind_)].course_name.empty()) {
    soft_text(ui, "course",
              ui.say(Str::needs_course_needed,
                     {{"course", kinds_[static_cast<size_t>(kind_)].course_name}}));
  }
  text_field(ui, "address", ui.tr(Str::people_address), address_,
             {.hint = ui.tr(Str::needs_address_hint)});
}

void NeedForm::draw_when(Ui& ui) {
  const Card card(ui);
  heading(ui, "when", ui.tr(Str::needs_when));
  const Grid grid(ui, 240, space::l, 4);
  if (date_field(ui, "day", ui.tr(Str::needs_day_label), day_, ui.app.today(),
                 {.least = ui.app.today(), .error = said(ui, faults_.day), .required = true})) {
    faults_.day.reset();
  }
  if (time_field(ui, "from", ui.tr(Str::needs_from), from_,
                 {.error = said(ui, faults_.from), .required = true})) {
    faults_.from.reset();
  }
  number_stepper(ui, "minutes", ui.tr(Str::needs_minutes), minutes_,
                 {.least = kMinutesStep,
                  .most = base::service_minutes_max,
                  .step = kMinutesStep,
                  .unit = ui.tr(Str::widget_minute)});
  number_stepper(ui, "head_count", ui.tr(Str::needs_head_count), head_count_,
                 {.least = 1, .most = kVolunteersMost});
}

void NeedForm::draw_more(Ui& ui) {
  const Card card(ui);
  heading(ui, "more", ui.tr(Str::needs_more_facts));
  {
    Choices channels;
    for (size_t i = 0; i < core::enum_count<core::IntakeChannel>(); ++i) {
      channels.emplace_back(ui.tr(app::word(static_cast<core::IntakeChannel>(i))));
    }
    select(ui, "channel", ui.tr(Str::needs_channel), channel_, channels);
  }
  text_field(ui, "note", ui.tr(Str::needs_note), note_,
             {.hint = ui.tr(Str::needs_note_hint), .lines = 2});
  checkbox(ui, "wish", ui.tr(Str::needs_is_wish), wish_, {.hint = ui.tr(Str::needs_wish_hint)});
  checkbox(ui, "paid", ui.tr(Str::needs_is_paid), paid_, {.hint = ui.tr(Str::needs_paid_hint)});
}

void NeedForm::publish(Ui& ui) {
  ui.wants_frame = true;
  faults_ = {};
  if (!recipient_.chosen().has_value()) faults_.recipient = Str::needs_fault_recipient;
  if (kind_ < 0) faults_.kind = Str::needs_fault_kind;
  if (!day_.has_value()) faults_.day = Str::needs_fault_day;
  if (!from_.has_value()) faults_.from = Str::needs_fault_from;
  if (!faults_.none()) return;
  core::NeedPublished body;
  body.need = ui.app.new_id<core::NeedId>();
  body.recipient = recipient_.chosen()->person;
  body.service_kind = kinds_[static_cast<size_t>(kind_)].service_kind;
  if (site_ >= 0) body.site = sites_[static_cast<size_t>(site_)].site;
  body.service_day = *day_;
  body.from_minute = *from_;
  body.minutes = static_cast<int32_t>(minutes_);
  body.head_count = static_cast<int32_t>(head_count_);
  body.channel = static_cast<core::IntakeChannel>(channel_);
  body.wish = wish_;
  body.paid_by_recipient = paid_;
  body.details = core::NeedPrivate{note_of(address_), note_of(note_)};
  const core::NeedId need = body.need;
  const auto recorded = ui.app.dispatch(std::move(body));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  ui.toasts.add(std::string(ui.tr(Str::needs_published)), Tone::success);
  ui.go("needs/" + need.str());
}

}  // namespace linli::ui
