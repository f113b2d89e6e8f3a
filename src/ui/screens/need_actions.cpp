#include "ui/screens/need_actions.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/person_words.h"
#include "ui/screens/star_row.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

template <class E>
Choices all_words(Ui& ui) {
  Choices words;
  for (size_t i = 0; i < core::enum_count<E>(); ++i) {
    words.emplace_back(ui.tr(app::word(static_cast<E>(i))));
  }
  return words;
}

}  // namespace

void NeedActions::opened(Ui& ui) {
  *this = {};
  agencies_ = store::list_agencies(ui.app.state());
}

bool NeedActions::done(Ui& ui, core::Body body, std::string said) {
  const auto recorded = ui.app.dispatch(std::move(body));
  problem_ = problem_of(ui, recorded);
  ui.wants_frame = true;
  if (!stands(recorded)) return false;
  ui.toasts.add(std::move(said), Tone::success);
  return true;
}

void NeedActions::draw_problem(Ui& ui) {
  if (!problem_.empty()) {
    banner(ui, "problem", problem_, Tone::danger, {.title = ui.tr(Str::needs_not_done)});
  }
}

void NeedActions::ask_release(const store::AssignmentRow& assignment) {
  releasing_ = assignment.volunteer;
  releasing_name_ = assignment.volunteer_name;
  release_reason_ = -1;
  release_open_ = true;
}

void NeedActions::dispatch_to(Ui& ui, const store::NeedDetail& detail,
                              const core::PersonId& volunteer, const std::string& name) {
  done(ui, core::NeedDispatch{detail.row.need, volunteer},
       ui.say(Str::needs_dispatched, {{"name", name}}));
}

void NeedActions::report(Ui& ui, const store::NeedDetail& detail,
                         const store::AssignmentRow& assignment) {
  core::ServiceReported body;
  body.record = ui.app.new_id<core::RecordId>();
  body.volunteer = assignment.volunteer;
  body.source = core::RecordSource::need;
  body.need = detail.row.need;
  body.recipient = detail.row.recipient;
  body.service_kind = detail.row.service_kind;
  body.service_day = detail.row.service_day;
  body.from_minute = detail.row.from_minute;
  body.minutes = detail.row.minutes;
  done(ui, std::move(body), std::string(ui.tr(Str::needs_reported)));
}

void NeedActions::draw(Ui& ui, const store::NeedDetail& detail) {
  draw_claim(ui, detail);
  draw_release(ui, detail);
  draw_cancel(ui, detail);
  draw_refer(ui, detail);
  draw_rate(ui, detail);
}

void NeedActions::draw_claim(Ui& ui, const store::NeedDetail& detail) {
  const Dialog dialog(ui, "claim", ui.tr(Str::needs_claim), claim_open_);
  if (!dialog) return;
  text(ui, "what", ui.tr(Str::needs_claim_what), {.soft = true});
  claimer_.draw(ui, "volunteer", ui.tr(Str::needs_volunteer),
                {.roles = store::set_bit(core::PersonRole::volunteer)});
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) claim_open_ = false;
  if (button(ui, "claim", ui.tr(Str::needs_claim_now),
             {.kind = ButtonKind::primary, .disabled = !claimer_.chosen().has_value()})) {
    const std::string name = name_text(ui, claimer_.chosen()->name, Names::whole);
    done(ui, core::NeedClaim{detail.row.need, claimer_.chosen()->person},
         ui.say(Str::needs_claimed, {{"name", name}}));
    claim_open_ = false;
    claimer_.clear();
  }
}

void NeedActions::draw_release(Ui& ui, const store::NeedDetail& detail) {
  const Dialog dialog(ui, "release", ui.tr(Str::needs_release), release_open_);
  if (!dialog) return;
  text(ui, "what", ui.say(Str::needs_release_what, {{"name", releasing_name_}}), {.soft = true});
  radio_list(ui, "reason", ui.tr(Str::needs_reason), release_reason_,
             all_words<core::ReleaseReason>(ui));
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) release_open_ = false;
  if (button(ui, "release", ui.tr(Str::needs_release_now),
             {.kind = ButtonKind::primary, .disabled = release_reason_ < 0})) {
    done(ui,
         core::NeedRelease{detail.row.need, releasing_,
                           static_cast<core::ReleaseReason>(release_reason_)},
         std::string(ui.tr(Str::needs_released)));
    release_open_ = false;
  }
}

void NeedActions::draw_cancel(Ui& ui, const store::NeedDetail& detail) {
  const Dialog dialog(ui, "cancel", ui.tr(Str::needs_cancel), cancel_open_);
  if (!dialog) return;
  text(ui, "what", ui.tr(Str::needs_cancel_what), {.soft = true});
  radio_list(ui, "reason", ui.tr(Str::needs_reason), cancel_reason_,
             all_words<core::NeedCancelReason>(ui));
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "keep", ui.tr(Str::needs_keep))) cancel_open_ = false;
  if (button(ui, "cancel_now", ui.tr(Str::needs_cancel_now),
             {.kind = ButtonKind::danger, .disabled = cancel_reason_ < 0})) {
    done(ui, core::NeedCancel{detail.row.need, static_cast<core::NeedCancelReason>(cancel_reason_)},
         std::string(ui.tr(Str::needs_was_cancelled)));
    cancel_open_ = false;
  }
}

void NeedActions::draw_refer(Ui& ui, const store::NeedDetail& detail) {
  const Dialog dialog(ui, "refer", ui.tr(Str::needs_refer), refer_open_);
  if (!dialog) return;
  text(ui, "what", ui.tr(Str::needs_refer_what), {.soft = true});
  Choices names;
  for (const store::AgencyRow& agency : agencies_) names.push_back(agency.name);
  radio_list(ui, "agency", ui.tr(Str::needs_agency), agency_, names);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) refer_open_ = false;
  if (button(ui, "refer", ui.tr(Str::needs_refer_now),
             {.kind = ButtonKind::primary, .disabled = agency_ < 0})) {
    const store::AgencyRow& agency = agencies_[static_cast<size_t>(agency_)];
    done(ui, core::NeedReferred{detail.row.need, agency.agency},
         ui.say(Str::needs_was_referred, {{"agency", agency.name}}));
    refer_open_ = false;
  }
}

void NeedActions::draw_rate(Ui& ui, const store::NeedDetail& detail) {
  const Dialog dialog(ui, "rate", ui.tr(Str::needs_rate), rate_open_);
  if (!dialog) return;
  text(ui, "what", ui.tr(Str::needs_rate_what), {.soft = true});
  star_row(ui, "stars", ui.tr(Str::needs_rate), stars_);
  const Row row(ui, {.align = Align::end});
  if (quiet_button(ui, "cancel", ui.tr(Str::app_cancel))) rate_open_ = false;
  if (button(ui, "rate", ui.tr(Str::needs_rate_now),
             {.kind = ButtonKind::primary, .disabled = stars_ == 0})) {
    done(ui, core::NeedRated{detail.row.need, stars_}, std::string(ui.tr(Str::needs_rated)));
    rate_open_ = false;
  }
}

}  // namespace linli::ui
