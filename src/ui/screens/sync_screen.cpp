#include "ui/screens/sync_screen.h"

#include <cstdlib>

#include "app/app.h"
#include "app/check_code.h"
#include "app/local_time.h"
#include "app/sync_driver.h"
#include "app/words.h"
#include "base/limits.h"
#include "ui/screens/sync_words.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/result_mark.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float column_width = 420;
constexpr int64_t clock_told_millis = 2 * 60 * 1000;
constexpr int64_t minute_seconds = 60;
constexpr int64_t hour_seconds = 3600;
// From here on it is told that an answer lets itself be waited for.
constexpr int64_t slow_seconds = 5;
// How often the age of the last contact is drawn anew, and the time an answer takes.
constexpr double age_seconds = 30;
constexpr double answer_seconds = 1;

Str phase_words(sync::Phase phase) {
  switch (phase) {
    case sync::Phase::idle:
      return Str::sync_phase_idle;
    case sync::Phase::pushing:
      return Str::sync_phase_pushing;
    case sync::Phase::pulling:
      return Str::sync_phase_pulling;
    case sync::Phase::payloads:
      return Str::sync_phase_payloads;
    case sync::Phase::blobs:
      return Str::sync_phase_blobs;
    case sync::Phase::waiting:
      return Str::sync_phase_waiting;
    case sync::Phase::offline:
      return Str::sync_phase_offline;
    case sync::Phase::blocked:
      return Str::sync_phase_blocked;
  }
  return Str::sync_phase_idle;
}

std::string contact_words(Ui& ui, int64_t seconds) {
  if (seconds < 0) {
    return std::string(ui.tr(Str::sync_last_contact_never));
  }
  if (seconds < minute_seconds) {
    return std::string(ui.tr(Str::sync_last_contact_now));
  }
  if (seconds < hour_seconds) {
    return ui.say(Str::sync_last_contact_minutes,
                  {{"count", app::number_text(seconds / minute_seconds)}});
  }
  return ui.say(Str::sync_last_contact_hours,
                {{"count", app::number_text(seconds / hour_seconds)}});
}

}  // namespace

void SyncScreen::opened(Ui& ui) {
  setup_code_.clear();
  check_code_.clear();
  tab_ = 0;
  constexpr std::string_view names[] = {"state", "devices", "stick", "open"};
  for (size_t i = 0; i < std::size(names); ++i) {
    if (ui.route.part(0) == names[i]) {
      tab_ = static_cast<int>(i);
    }
  }
  stick_.opened();
}

void SyncScreen::draw(Ui& ui) {
  heading(ui, "title", ui.tr(Str::sync_title), 1);
  tabs(ui, "tabs", ui.tr(Str::sync_title), tab_,
       {std::string(ui.tr(Str::sync_tab_state)), std::string(ui.tr(Str::sync_tab_devices)),
        std::string(ui.tr(Str::sync_tab_stick)), std::string(ui.tr(Str::sync_tab_open))});
  stick_.listen(ui);
  switch (tab_) {
    case 0:
      return draw_state(ui);
    case 1:
      return devices_.draw(ui);
    case 2:
      return stick_.draw(ui);
    default:
      return open_.draw(ui);
  }
}

void SyncScreen::draw_state(Ui& ui) {
  draw_app(ui);
  draw_problems(ui);
  Grid grid(ui, column_width, space::l, 2);
  draw_waiting(ui);
  draw_link(ui);
  ui.frame_in(ui.app.sync().state().session.asked_millis < 0 ? age_seconds : answer_seconds);
}

void SyncScreen::draw_waiting(Ui& ui) {
  const app::SyncState& state = ui.app.sync().state();
  Card card(ui);
  if (!state.attached) {
    heading(ui, "alone", ui.tr(Str::sync_alone));
    text(ui, "alone_words", ui.tr(Str::sync_alone_words));
    return;
  }
  const store::Unsent& unsent = state.unsent;
  if (unsent.operations == 0 && unsent.payloads == 0 && unsent.blobs == 0) {
    result_mark(ui, "mark", Tone::success);
    text(ui, "all", ui.tr(Str::sync_all_at_hub), {.style = TextStyle::heading, .centred = true});
    text(ui, "all_words", ui.tr(Str::sync_all_at_hub_words), {.soft = true, .centred = true});
    return;
  }
  heading(ui, "waiting",
          ui.say(Str::sync_waiting, {{"count", app::number_text(unsent.operations)}}));
  if (unsent.since_millis != 0) {
    const base::LocalTime since = app::local_time_of(ui.app.env(), unsent.since_millis);
    text(ui, "since",
         ui.say(Str::sync_waiting_since,
                {{"day", app::near_day_text(since.day, ui.app.today(), ui.language)},
                 {"time", base::minute_text(since.minute)}}));
  }
  if (unsent.blobs > 0) {
    text(ui, "photos",
         ui.say(Str::sync_waiting_photos, {{"count", app::number_text(unsent.blobs)}}));
  }
  soft_text(ui, "safe", ui.tr(Str::sync_waiting_safe));
}

void SyncScreen::draw_link(Ui& ui) {
  const app::SyncState& state = ui.app.sync().state();
  if (!state.attached) {
    return draw_attach(ui);
  }
  Card card(ui);
  heading(ui, "now", ui.tr(Str::sync_now));
  key_value(ui, "phase", ui.tr(Str::sync_now), ui.tr(phase_words(state.session.phase)));
  key_value(ui, "contact", ui.tr(Str::sync_last_contact),
            contact_words(ui, state.last_contact_seconds));
  if (state.missing_payloads > 0) {
    soft_text(
        ui, "missing",
        ui.say(Str::sync_missing_names, {{"count", app::number_text(state.missing_payloads)}}));
  }
  draw_check_code(ui);
  Row row(ui);
  if (button(ui, "try", ui.tr(Str::sync_try_now), {.icon = Icon::sync})) {
    ui.app.sync().try_now();
    ui.wants_frame = true;
  }
  if (check_code_.empty() && button(ui, "check", ui.tr(Str::sync_check_show))) {
    check_code_ = app::check_code(ui.app);
    check_revision_ = ui.app.revision();
    ui.wants_frame = true;
  }
}

// Two devices that show the same code hold the same rows.
void SyncScreen::draw_check_code(Ui& ui) {
  if (check_revision_ != ui.app.revision()) {
    check_code_.clear();
  }
  if (check_code_.empty()) {
    return;
  }
  key_value(ui, "check_code", ui.tr(Str::sync_check_code), check_code_);
  soft_text(ui, "check_words", ui.tr(Str::sync_check_words));
}

void SyncScreen::draw_attach(Ui& ui) {
  const app::SyncState& state = ui.app.sync().state();
  Card card(ui);
  heading(ui, "attach", ui.tr(Str::sync_attach));
  if (ui.app.mode() == app::Mode::demo) {
    text(ui, "demo", ui.tr(Str::settings_demo_words));
    return;
  }
  text(ui, "attach_words",
       ui.say(Str::sync_attach_words, {{"address", ui.app.surroundings().page_address}}));
  if (state.attaching) {
    busy(ui, "attaching", ui.tr(Str::sync_attaching));
    return;
  }
  if (state.attach_problem) {
    const std::string& code = state.attach_problem->where;
    const std::string words =
        code == "setup_code_wrong" ? std::string(ui.tr(Str::sync_attach_code_wrong))
        : code == "space_taken"    ? std::string(ui.tr(Str::sync_attach_taken))
                                   : ui.say(Str::sync_attach_failed, {{"code", code}});
    banner(ui, "attach_problem", words, Tone::warning);
  }
  const auto field =
      text_field(ui, "code", ui.tr(Str::sync_setup_code), setup_code_, {.required = true});
  Row row(ui);
  if (primary_button(ui, "attach_now", ui.tr(Str::sync_attach_now), Icon::link) || field.entered) {
    ui.app.sync().attach(setup_code_);
    ui.wants_frame = true;
  }
}

void SyncScreen::draw_problems(Ui& ui) {
  const app::SyncState& state = ui.app.sync().state();
  const sync::SessionStatus& session = state.session;
  if (session.revoked) {
    banner(ui, "revoked", ui.tr(Str::sync_revoked), Tone::danger);
  } else if (session.phase == sync::Phase::blocked) {
    banner(ui, "blocked", ui.tr(Str::sync_blocked), Tone::danger);
  } else if (session.problem && (state.attached || state.attaching)) {
    banner(ui, "problem", hub_problem_text(ui, *session.problem), Tone::warning);
  }
  if (state.answer_seconds >= slow_seconds) {
    banner(ui, "slow",
           ui.say(Str::sync_hub_slow, {{"seconds", app::number_text(state.answer_seconds)}}),
           Tone::info);
  }
  if (session.stalled) {
    banner(ui, "stalled", ui.tr(Str::sync_stalled), Tone::warning);
  }
  if (session.held_back > 0) {
    banner(ui, "held",
           ui.say(Str::sync_held_back,
                  {{"count", app::number_text(static_cast<int64_t>(session.held_back))}}),
           Tone::warning);
  }
  if (state.copied) {
    banner(ui, "copied", ui.tr(Str::sync_copied), Tone::warning);
  }
  if (state.signing_failed) {
    banner(ui, "key", ui.tr(Str::sync_key_lost), Tone::warning);
  }
  if (std::llabs(state.clock_error_millis) > clock_told_millis) {
    const int64_t minutes = std::llabs(state.clock_error_millis) / (minute_seconds * 1000);
    banner(ui, "clock", ui.say(Str::sync_clock_wrong, {{"minutes", app::number_text(minutes)}}),
           Tone::warning);
  }
}

// News about the program itself: an update that waits, rows that are being folded again.
void SyncScreen::draw_app(Ui& ui) {
  if (ui.app.surroundings().update_ready &&
      banner(ui, "update", ui.tr(Str::sync_update_ready), Tone::info,
             {.action = ui.tr(Str::sync_update_now)})) {
    ui.requests.add(app::Reload{});
  }
  if (ui.app.projector().update_needed()) {
    banner(ui, "update_needed", ui.tr(Str::sync_update_needed), Tone::warning);
  }
  const app::RefoldProgress folding = ui.app.projector().progress();
  if (folding.under_way && folding.all_operations > 0) {
    const auto percent = static_cast<int>(100 * folding.done_operations / folding.all_operations);
    progress(ui, "folding", ui.say(Str::sync_refolding, {{"percent", app::number_text(percent)}}),
             percent);
  }
}

}  // namespace linli::ui
