#include "ui/screens/sync_open.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_devices.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int first_rows = 20;
constexpr int more_rows = 50;

}  // namespace

void SyncOpen::read(Ui& ui) {
  if (shown_ == 0) {
    shown_ = first_rows;
  }
  if (revision_ == ui.app.revision()) {
    return;
  }
  revision_ = ui.app.revision();
  count_ = store::count_open_outcomes(ui.app.state());
  refusals_ = store::unread_refusals(ui.app.state(), {}, shown_);
  flags_ = store::open_flags(ui.app.state(), {}, shown_);
}

void SyncOpen::draw(Ui& ui) {
  read(ui);
  if (refusals_.empty() && flags_.empty()) {
    empty_state(ui, "none", Icon::accept, ui.tr(Str::sync_open_none),
                ui.tr(Str::sync_open_none_words));
    return;
  }
  draw_refusals(ui);
  draw_flags(ui);
  const int64_t left =
      count_.flags + count_.refusals - static_cast<int64_t>(flags_.size() + refusals_.size());
  if (show_more(ui, "more", left)) {
    shown_ += more_rows;
    revision_ = 0;
    ui.wants_frame = true;
  }
}

// Who, when, on which device.
std::string SyncOpen::second_line(Ui& ui, const store::OutcomeRow& row) const {
  std::string who = row.person_name.empty() ? row.actor_name : row.person_name;
  const std::string device = store::device_name(ui.app.state(), row.replica);
  const std::string at =
      ui.say(Str::sync_by_device,
             {{"day", app::near_day_text(row.day, ui.app.today(), ui.language)},
              {"device", device.empty() ? std::string(ui.tr(Str::sync_device_founding)) : device}});
  return who.empty() ? at : who + " · " + at;
}

void SyncOpen::record(Ui& ui, core::Body body) {
  const auto recorded = ui.app.dispatch(std::move(body));
  ui.wants_frame = true;
  const std::string problem = problem_of(ui, recorded);
  ui.toasts.add(problem.empty() ? std::string(ui.tr(Str::sync_settled)) : problem,
                problem.empty() ? Tone::success : Tone::warning);
}

void SyncOpen::draw_refusals(Ui& ui) {
  if (refusals_.empty()) {
    return;
  }
  heading(ui, "refused", ui.tr(Str::sync_refused_title));
  KeyScope area(ui, "refusals");
  for (const store::OutcomeRow& row : refusals_) {
    KeyScope keys(ui, row.operation.view());
    Card card(ui);
    text(ui, "why", refusal_text(ui, row.outcome.refusal, row.outcome.figure),
         {.style = TextStyle::strong});
    soft_text(ui, "who", second_line(ui, row));
    Row buttons(ui);
    if (button(ui, "seen", ui.tr(Str::sync_refused_seen), {.icon = Icon::check})) {
      record(ui, core::RefusalSeen{row.operation});
    }
  }
}

void SyncOpen::draw_flags(Ui& ui) {
  if (flags_.empty()) {
    return;
  }
  heading(ui, "flags", ui.tr(Str::sync_flags_title));
  const bool may = ui.app.session().may(core::FlagResolved{});
  KeyScope area(ui, "flags");
  for (const store::OutcomeRow& row : flags_) {
    KeyScope keys(ui, row.operation.view());
    Card card(ui);
    text(ui, "why", flag_text(ui, row.outcome.flag, row.outcome.figure),
         {.style = TextStyle::strong});
    soft_text(ui, "who", second_line(ui, row));
    if (!may) {
      continue;
    }
    Row buttons(ui);
    if (button(ui, "accept", ui.tr(Str::sync_flag_accept), {.icon = Icon::check})) {
      record(ui, core::FlagResolved{row.operation, core::FlagResolution::accepted});
    }
    if (button(ui, "correct", ui.tr(Str::sync_flag_correct), {.icon = Icon::edit})) {
      record(ui, core::FlagResolved{row.operation, core::FlagResolution::corrected});
    }
    if (button(ui, "dismiss", ui.tr(Str::sync_flag_dismiss), {.icon = Icon::close})) {
      record(ui, core::FlagResolved{row.operation, core::FlagResolution::dismissed});
    }
  }
}

}  // namespace linli::ui
