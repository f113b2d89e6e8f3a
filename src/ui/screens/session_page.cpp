#include "ui/screens/session_page.h"

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "ui/html_text.h"
#include "ui/screens/person_words.h"
#include "ui/screens/today_screen.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

void SessionPage::opened(Ui& ui, const core::SessionId& session) {
  id_ = session;
  revision_ = 0;
  problem_.clear();
  picker_.clear();
  fix_.close();
  read(ui);
  heads_ = session_.has_value() ? session_->head_count.value_or(session_->signed_in) : 0;
}

void SessionPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  session_ = store::find_session(ui.app.state(), id_);
  sheet_ = store::sign_in_sheet(ui.app.state(), id_);
  photos_ = store::evidence_of(ui.app.state(), id_.view());
}

void SessionPage::draw(Ui& ui) {
  read(ui);
  if (!session_.has_value()) {
    back_link(ui, ui.tr(Str::activities_title), "activities");
    empty_state(ui, "missing", Icon::calendar, ui.tr(app::word(core::Refusal::unknown_session)));
    return;
  }
  back_link(ui, session_->activity_name, "activities/" + session_->activity.str());
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::activities_sheet), 1);
    spacer(ui);
    if (button(ui, "print", ui.tr(Str::activities_print_sheet), {.icon = Icon::print})) print(ui);
    if (button(ui, "kiosk", ui.tr(Str::today_open_kiosk), {.icon = Icon::kiosk})) open_kiosk(ui);
  }
  soft_text(ui, "when",
            facts({app::full_day_text(session_->session_day, ui.language),
                   base::minute_text(session_->from_minute) + "–" +
                       base::minute_text((session_->from_minute + session_->minutes) %
                                         base::minutes_per_day),
                   session_->room_name.empty() ? session_->site_name : session_->room_name}));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::warning);
  if (ui.width_class == WidthClass::desk) {
    Row row(ui, {3, 2}, space::l);
    draw_sheet(ui);
    draw_side(ui);
  } else {
    draw_side(ui);
    draw_sheet(ui);
  }
  if (fix_.draw(ui)) revision_ = 0;
}

void SessionPage::draw_sheet(Ui& ui) {
  Card card(ui);
  heading(ui, "sheet",
          ui.say(Str::activities_sheet_count, {{"count", app::number_text(session_->signed_in)},
                                               {"in", app::number_text(session_->still_in)}}),
          2);
  if (sheet_.empty()) {
    empty_state(ui, "nobody", Icon::people, ui.tr(Str::activities_nobody_yet),
                ui.tr(Str::activities_nobody_yet_hint));
    return;
  }
  for (const store::AttendanceRow& row : sheet_) {
    const KeyScope keys(ui, row.attendance.view());
    std::vector<std::string> parts = {
        ui.say(Str::activities_in_at, {{"time", base::minute_text(row.in_minute)}})};
    if (row.out_minute.has_value()) {
      parts.push_back(
          ui.say(Str::activities_out_at, {{"time", base::minute_text(*row.out_minute)}}));
    }
    parts.emplace_back(ui.tr(app::word(row.in_method)));
    if (row.duplicate) parts.emplace_back(ui.tr(Str::activities_twice));
    if (row.corrected) parts.emplace_back(ui.tr(Str::activities_corrected));
    const std::string second = facts(parts);
    const std::string name = name_text(ui, row.person_name, Names::whole);
    const std::string end = row.state == store::AttendanceState::doubtful
                                ? std::string(ui.tr(Str::activities_doubtful))
                            : row.minutes.has_value() ? app::span_text(*row.minutes, ui.language)
                                                      : std::string(ui.tr(Str::activities_is_in));
    {
      const List list(ui, "person", name);
      if (list_row(ui, "row", name,
                   {.second = second,
                    .end = end,
                    .end_tone = row.state == store::AttendanceState::doubtful ? Tone::warning
                                : row.minutes.has_value()                     ? Tone::neutral
                                                                              : Tone::success,
                    .avatar = name})) {
        fix_.open(ui, row);
      }
    }
    if (row.state == store::AttendanceState::open && !row.duplicate &&
        quiet_button(ui, "out", ui.say(Str::activities_sign_out_named, {{"name", name}}),
                     Icon::leave)) {
      sign_out(ui, row);
      return;
    }
  }
}

void SessionPage::draw_side(Ui& ui) {
  Card card(ui);
  heading(ui, "helper", ui.tr(Str::activities_sign_in_for), 2);
  picker_.draw(ui, "who", ui.tr(Str::activities_who), {});
  if (button(ui, "sign_in", ui.tr(Str::activities_sign_in),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .disabled = !picker_.chosen().has_value() || session_->cancelled})) {
    sign_in(ui);
  }
  heading(ui, "paper", ui.tr(Str::activities_paper), 3);
  soft_text(ui, "paper_hint",
            session_->head_count.has_value()
                ? ui.say(Str::activities_paper_count,
                         {{"count", app::number_text(*session_->head_count)}})
                : std::string(ui.tr(Str::activities_paper_unknown)));
  number_stepper(ui, "heads", ui.tr(Str::activities_head_count), heads_,
                 {.least = 0, .most = base::head_count_max});
  if (button(ui, "count", ui.tr(Str::activities_keep_count), {.icon = Icon::check})) {
    count_heads(ui);
  }
  evidence_.draw(ui, core::EvidenceSubject::session, id_.view(), photos_);
}

void SessionPage::sign_in(Ui& ui) {
  const base::LocalTime now = ui.app.env().local_time();
  core::AttendanceSignedIn in;
  in.attendance = ui.app.new_id<core::AttendanceId>();
  in.person = picker_.chosen()->person;
  in.session = id_;
  in.site = session_->site;
  in.in_day = now.day;
  in.in_minute = now.minute;
  in.method = core::SignMethod::helper;
  if (ui.app.session().signed_in()) in.helper = ui.app.session().person();
  const auto recorded = ui.app.dispatch(std::move(in));
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  ui.toasts.add(ui.say(Str::activities_signed_in,
                       {{"name", name_text(ui, picker_.chosen()->name, Names::whole)}}),
                Tone::success);
  picker_.clear();
}

void SessionPage::sign_out(Ui& ui, const store::AttendanceRow& row) {
  const base::LocalTime now = ui.app.env().local_time();
  core::AttendanceSignedOut out;
  out.attendance = row.attendance;
  out.out_day = now.day;
  out.out_minute = now.minute;
  out.method = core::SignMethod::helper;
  if (ui.app.session().signed_in()) out.helper = ui.app.session().person();
  const auto recorded = ui.app.dispatch(std::move(out));
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) {
    ui.toasts.add(std::string(ui.tr(Str::activities_signed_out)), Tone::success);
  }
}

void SessionPage::count_heads(Ui& ui) {
  const auto recorded = ui.app.dispatch(
      core::HeadsCounted{session_->activity, id_, static_cast<int32_t>(heads_), std::nullopt});
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) ui.toasts.add(std::string(ui.tr(Str::activities_counted)), Tone::success);
}

void SessionPage::print(Ui& ui) {
  std::string html = "<section class=\"sheet\"><h1>" + html_text(session_->activity_name) + "</h1>";
  html += "<p>" + html_text(app::full_day_text(session_->session_day, ui.language)) + " " +
          html_text(session_->room_name.empty() ? session_->site_name : session_->room_name) +
          "</p><table><thead><tr>";
  for (const Str head : {Str::activities_column_name, Str::activities_column_in,
                         Str::activities_column_out, Str::activities_column_sign}) {
    html += "<th>" + html_text(ui.tr(head)) + "</th>";
  }
  html += "</tr></thead><tbody>";
  for (const store::AttendanceRow& row : sheet_) {
    html += "<tr><td>" + html_text(name_text(ui, row.person_name, Names::whole)) + "</td><td>" +
            base::minute_text(row.in_minute) + "</td><td>" +
            (row.out_minute ? base::minute_text(*row.out_minute) : std::string()) +
            "</td><td></td></tr>";
  }
  // Empty lines for people who sign by hand.
  constexpr int empty_lines = 12;
  for (int i = 0; i < empty_lines; ++i)
    html += "<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>";
  html += "</tbody></table></section>";
  ui.requests.add(app::PrintHtml{std::string(ui.tr(Str::activities_sheet)), html});
}

}  // namespace linli::ui
