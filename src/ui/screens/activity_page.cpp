#include "ui/screens/activity_page.h"

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "ui/screens/activity_list.h"
#include "ui/screens/person_words.h"
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
#include "ui/widgets/list_row.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int64_t minutes_step = 30;
constexpr int64_t weeks_max = 26;
}  // namespace

void ActivityPage::opened(Ui& ui, const core::ActivityId& activity) {
  id_ = activity;
  revision_ = 0;
  planning_ = cancelling_ = false;
  problem_.clear();
  sites_ = store::list_sites(ui.app.state());
  site_ = sites_.size() == 1 ? 0 : -1;
  day_ = ui.app.today();
  from_ = 9 * 60;
  minutes_ = 120;
  weeks_ = 1;
}

void ActivityPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  row_ = store::find_activity(state, id_, ui.app.today());
  sessions_ = store::sessions_of_activity(state, id_);
  photos_ = store::evidence_of(state, id_.view());
}

void ActivityPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::activities_title), "activities");
  if (!row_.has_value()) {
    empty_state(ui, "missing", Icon::activity, ui.tr(app::word(core::Refusal::unknown_session)));
    return;
  }
  {
    Row row(ui);
    heading(ui, "title", row_->name, 1);
    spacer(ui);
    if (primary_button(ui, "plan", ui.tr(Str::activities_add_session), Icon::add)) planning_ = true;
  }
  if (row_->state == store::ActivityState::cancelled) {
    badge(ui, "cancelled", ui.tr(Str::activities_cancelled), Tone::danger);
  }
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  if (ui.width_class == WidthClass::desk) {
    Row row(ui, {2, 3}, space::l);
    draw_facts(ui);
    draw_sessions(ui);
  } else {
    draw_facts(ui);
    draw_sessions(ui);
  }
  draw_form(ui);
  if (ask(ui, "cancel_ask", ui.tr(Str::activities_cancel), ui.tr(Str::activities_cancel_what),
          ui.tr(Str::activities_cancel), cancelling_, true) == Answer::yes) {
    const auto recorded = ui.app.dispatch(core::ActivityCancelled{id_});
    problem_ = problem_of(ui, recorded);
  }
}

void ActivityPage::draw_facts(Ui& ui) {
  Card card(ui);
  key_value(ui, "kind", ui.tr(Str::activities_kind), ui.tr(app::word(row_->activity_kind)));
  key_value(ui, "days", ui.tr(Str::activities_days), days_text(ui, *row_));
  if (!row_->place.empty()) key_value(ui, "place", ui.tr(Str::activities_place), row_->place);
  key_value(ui, "heads", ui.tr(Str::activities_head_count), heads_text(ui, row_->heads));
  if (row_->serial.has_value()) {
    key_value(ui, "serial", ui.tr(Str::activities_serial), app::number_text(*row_->serial));
  }
  if (!row_->description.empty()) soft_text(ui, "description", row_->description);
  evidence_.draw(ui, core::EvidenceSubject::activity, id_.view(), photos_);
  if (row_->state == store::ActivityState::planned &&
      quiet_button(ui, "cancel", ui.tr(Str::activities_cancel), Icon::close)) {
    cancelling_ = true;
  }
}

void ActivityPage::draw_sessions(Ui& ui) {
  Card card(ui);
  heading(ui, "sessions", ui.tr(Str::activities_sessions), 2);
  if (sessions_.empty()) {
    if (empty_state(ui, "none", Icon::calendar, ui.tr(Str::activities_no_sessions),
                    ui.tr(Str::activities_no_sessions_hint), ui.tr(Str::activities_add_session))) {
      planning_ = true;
    }
    return;
  }
  const List list(ui, "list", ui.tr(Str::activities_sessions));
  for (const store::SessionRow& session : sessions_) {
    const std::string title =
        facts({app::near_day_text(session.session_day, ui.app.today(), ui.language),
               base::minute_text(session.from_minute)});
    const std::string second =
        facts({session.room_name.empty() ? session.site_name : session.room_name,
               app::span_text(session.minutes, ui.language)});
    std::string end;
    if (session.cancelled) {
      end = ui.tr(Str::activities_cancelled);
    } else if (session.head_count.has_value() || session.signed_in > 0) {
      end = ui.say(Str::activities_heads,
                   {{"count", app::number_text(session.head_count.value_or(session.signed_in))}});
    } else {
      end = ui.tr(ui.app.today() < session.session_day ? Str::activities_coming
                                                       : Str::activities_heads_unknown);
    }
    if (list_row(ui, session.session.view(), title,
                 {.second = second, .end = end, .icon = Icon::calendar})) {
      ui.go("activities/" + id_.str() + "/" + session.session.str());
    }
  }
}

void ActivityPage::draw_form(Ui& ui) {
  Dialog dialog(ui, "session_form", ui.tr(Str::activities_add_session), planning_);
  if (!dialog) return;
  date_field(ui, "day", ui.tr(Str::activities_day), day_, ui.app.today(), {.required = true});
  time_field(ui, "from", ui.tr(Str::activities_begins), from_, {.required = true});
  number_stepper(ui, "minutes", ui.tr(Str::activities_minutes), minutes_,
                 {.least = minutes_step,
                  .most = base::service_minutes_max,
                  .step = minutes_step,
                  .unit = ui.tr(Str::activities_minutes_unit)});
  std::vector<std::string> names;
  for (const store::SiteRow& site : sites_) names.push_back(site.name);
  select(ui, "site", ui.tr(Str::activities_site), site_, names);
  number_stepper(ui, "weeks", ui.tr(Str::activities_weeks), weeks_,
                 {.least = 1, .most = weeks_max, .hint = ui.tr(Str::activities_weeks_hint)});
  Row row(ui, {.align = Align::end});
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) planning_ = false;
  if (button(ui, "save", ui.tr(Str::app_save),
             {.kind = ButtonKind::primary, .disabled = !day_ || !from_})) {
    schedule(ui);
  }
}

void ActivityPage::schedule(Ui& ui) {
  planning_ = false;
  problem_.clear();
  for (int64_t week = 0; week < weeks_; ++week) {
    core::SessionScheduled session;
    session.session = ui.app.new_id<core::SessionId>();
    session.activity = id_;
    session.session_day = base::Day{day_->number + static_cast<int32_t>(7 * week)};
    session.from_minute = *from_;
    session.minutes = static_cast<int32_t>(minutes_);
    if (site_ >= 0) session.site = sites_[static_cast<size_t>(site_)].site;
    const auto recorded = ui.app.dispatch(std::move(session));
    problem_ = problem_of(ui, recorded);
    if (!stands(recorded)) return;
  }
  ui.toasts.add(ui.say(Str::activities_sessions_made, {{"count", app::number_text(weeks_)}}),
                Tone::success);
}

}  // namespace linli::ui
