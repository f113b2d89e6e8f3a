// The steps of the kiosk that know the person: who it is, what they came for, what came
// of it.
#include "app/app.h"
#include "app/words.h"
#include "ui/screens/kiosk_screen.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/result_mark.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::KioskStep;
using app::Str;

namespace {

std::string time_range(Ui& ui, const app::KioskSession& session) {
  const int32_t until = (session.from_minute + session.minutes) % base::minutes_per_day;
  return ui.say(Str::kiosk_time_range, {{"from", base::minute_text(session.from_minute)},
                                        {"to", base::minute_text(until)}});
}

}  // namespace

void KioskScreen::draw_confirm(Ui& ui) {
  heading(ui, "who", ui.say(Str::kiosk_confirm_ask, {{"name", flow_->masked_name()}}), 1);
  if (!flow_->forgotten().empty()) {
    const std::string day =
        app::day_text(flow_->forgotten().front().in_day, ui.app.today(), ui.language);
    banner(ui, "forgot", ui.say(Str::kiosk_forgot, {{"day", day}}), Tone::info);
  }
  if (!flow_->open()) {
    draw_sessions(ui);
  } else {
    const std::string time = base::minute_text(flow_->open()->in_minute);
    text(ui, "already", ui.say(Str::kiosk_already_in, {{"time", time}}),
         {.style = TextStyle::title});
    if (button(ui, "sign_out", ui.tr(Str::kiosk_sign_out),
               {.kind = ButtonKind::primary,
                .icon = Icon::leave,
                .full_width = true,
                .large = true})) {
      flow_->sign_out(now(ui));
      ui.wants_frame = true;
    }
    if (button(ui, "stay", ui.tr(Str::kiosk_stay), {.full_width = true, .large = true})) {
      flow_->back(now(ui));
      ui.wants_frame = true;
    }
  }
  if (quiet_button(ui, "not_me", ui.tr(Str::kiosk_not_me), Icon::close)) {
    flow_->back(now(ui));
    ui.wants_frame = true;
  }
}

// Choosing the session is the confirmation, so that it stays at three presses.
void KioskScreen::draw_sessions(Ui& ui) {
  const std::vector<app::KioskSession>& sessions = flow_->sessions();
  std::optional<core::SessionId> chosen;
  bool pressed = false;
  if (!sessions.empty()) {
    soft_text(ui, "choose", ui.tr(Str::kiosk_choose_session));
  }
  for (const app::KioskSession& session : sessions) {
    KeyScope keys(ui, session.id.view());
    Card card(ui);
    text(ui, "name", session.name, {.style = TextStyle::title});
    soft_text(
        ui, "when",
        time_range(ui, session) + (session.place.empty() ? std::string() : " · " + session.place));
    if (button(ui, "sign_in", ui.say(Str::kiosk_sign_in_to, {{"session", session.name}}),
               {.kind = ButtonKind::primary,
                .icon = Icon::check,
                .full_width = true,
                .large = true})) {
      chosen = session.id;
      pressed = true;
    }
  }
  ButtonStyle walk_up{.icon = Icon::visit, .full_width = true, .large = true};
  if (sessions.empty()) {
    walk_up.kind = ButtonKind::primary;
  }
  pressed = button(ui, "walk_up", ui.tr(Str::kiosk_sign_in_walk_up), walk_up) || pressed;
  if (pressed) {
    flow_->sign_in(chosen, now(ui));
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_training(Ui& ui) {
  const app::MissingTraining& missing = *flow_->missing_training();
  heading(ui, "title", ui.tr(Str::kiosk_training_title), 1);
  text(ui, "why",
       missing.course.empty() ? std::string(ui.tr(Str::kiosk_training_needed_any))
                              : ui.say(Str::kiosk_training_needed, {{"course", missing.course}}),
       {.style = TextStyle::title});
  bool today = false;
  std::string when(ui.tr(Str::kiosk_make_up_none));
  if (missing.make_up) {
    const app::KioskSession& session = *missing.make_up;
    today = session.day == ui.app.today();
    const std::string time = base::minute_text(session.from_minute);
    const std::string day = app::day_text(session.day, ui.app.today(), ui.language);
    when =
        today
            ? ui.say(Str::kiosk_make_up_today,
                     {{"time", time}, {"name", session.name}, {"place", session.place}})
            : ui.say(
                  Str::kiosk_make_up_later,
                  {{"day", day}, {"time", time}, {"name", session.name}, {"place", session.place}});
  }
  banner(ui, "when", when, Tone::info);
  if (today && button(ui, "join", ui.tr(Str::kiosk_make_up_join),
                      {.kind = ButtonKind::primary,
                       .icon = Icon::training,
                       .full_width = true,
                       .large = true})) {
    flow_->sign_in_to_make_up(now(ui));
    ui.wants_frame = true;
  }
  if (button(ui, "understood", ui.tr(Str::kiosk_understood), {.full_width = true, .large = true})) {
    flow_->back(now(ui));
    ui.wants_frame = true;
  }
}

std::string KioskScreen::result_words(Ui& ui) const {
  const std::string time = base::minute_text(ui.app.env().local_time().minute);
  switch (flow_->step()) {
    case KioskStep::signed_in:
      return ui.say(Str::kiosk_signed_in_words, {{"name", flow_->masked_name()}, {"time", time}});
    case KioskStep::signed_out:
      return ui.say(Str::kiosk_signed_out_words,
                    {{"name", flow_->masked_name()},
                     {"span", app::span_text(flow_->served_minutes(), ui.language)}});
    case KioskStep::not_saved:
      return ui.say(app::word(flow_->error()->code), {{"where", flow_->error()->where}});
    default:
      return std::string(ui.tr(Str::kiosk_not_found_words));
  }
}

void KioskScreen::draw_result(Ui& ui) {
  const KioskStep step = flow_->step();
  const bool well = step == KioskStep::signed_in || step == KioskStep::signed_out;
  const Str title = step == KioskStep::signed_in    ? Str::kiosk_signed_in
                    : step == KioskStep::signed_out ? Str::kiosk_signed_out
                    : step == KioskStep::not_found  ? Str::kiosk_not_found
                                                    : Str::kiosk_not_saved;
  Card card(ui, CardOptions{.padding = space::xxxl, .tone = well ? Tone::success : Tone::warning});
  result_mark(ui, "mark", well ? Tone::success : Tone::warning);
  heading(ui, "result", ui.tr(title), 1);
  if (flow_->session() && well) {
    text(ui, "session", flow_->session()->name, {.style = TextStyle::title, .centred = true});
  }
  text(ui, "words", result_words_, {.style = TextStyle::title, .centred = true, .live = true});
  if (button(ui, "done", ui.tr(Str::kiosk_understood), {.full_width = true, .large = true})) {
    flow_->back(now(ui));
    ui.wants_frame = true;
  }
}

}  // namespace linli::ui
