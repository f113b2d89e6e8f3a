#include "ui/screens/join_screen.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/founding_screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Joining;
using app::Str;

namespace {

bool under_way(Joining::State state) {
  return state == Joining::State::looking_up || state == Joining::State::making_key ||
         state == Joining::State::signing || state == Joining::State::asking;
}

Str progress_words(Joining::State state) {
  if (state == Joining::State::looking_up) {
    return Str::founding_join_looking_up;
  }
  return state == Joining::State::asking ? Str::founding_join_asking : Str::founding_join_key;
}

}  // namespace

void JoinScreen::opened(Ui& ui) {
  // A link carries the code: #/join/K7QM-3F2A-9XBD-W5T1
  if (!ui.route.part(0).empty()) {
    code_ = std::string(ui.route.part(0));
  }
}

void JoinScreen::draw(Ui& ui) {
  listen(ui);
  draw_bare_top(ui);
  {
    Row row(ui);
    if (icon_button(ui, "back", ui.tr(Str::app_back), Icon::back)) {
      ui.go("founding");
    }
    heading(ui, "title", ui.tr(Str::founding_join_title), 1);
  }
  soft_text(ui, "words", ui.tr(Str::founding_join_words));
  Card card(ui, CardOptions{.gap = space::l});
  const Joining::State state = joining_ ? joining_->state() : Joining::State::idle;
  if (under_way(state)) {
    busy(ui, "busy", ui.tr(progress_words(state)));
    return;
  }
  const auto field =
      text_field(ui, "code", ui.tr(Str::founding_invite_code), code_,
                 {.hint = ui.tr(Str::founding_invite_code_hint),
                  .error = wrong_ ? ui.tr(Str::founding_invite_code_wrong) : std::string_view(),
                  .required = true});
  if (field.changed) {
    wrong_ = false;
  }
  draw_scan(ui);
  draw_problem(ui);
  if (button(ui, "join", ui.tr(Str::founding_join_now),
             {.kind = ButtonKind::primary, .icon = Icon::check, .full_width = true}) ||
      field.entered) {
    start(ui);
  }
  if (joining_ == nullptr) {
    joining_ = std::make_unique<Joining>(ui.app);
  }
  if (joining_->can_resume() &&
      button(ui, "resume", ui.tr(Str::founding_resume), {.full_width = true})) {
    joining_->resume();
    ui.wants_frame = true;
  }
}

void JoinScreen::draw_scan(Ui& ui) {
  if (scan_failed_) {
    banner(ui, "scan_failed", ui.tr(Str::founding_scan_failed), Tone::warning);
  }
  const bool scanning = scan_ != 0;
  if (button(ui, "scan", ui.tr(scanning ? Str::founding_scan_stop : Str::founding_scan),
             {.icon = Icon::qr, .full_width = true, .pressed = scanning})) {
    scan_failed_ = false;
    const uint32_t request = ui.requests.add(app::ScanCode{!scanning});
    scan_ = scanning ? 0 : request;
    ui.wants_frame = true;
  }
}

void JoinScreen::draw_problem(Ui& ui) {
  using P = Joining::Problem;
  const P problem = joining_ ? joining_->problem() : P::none;
  Str words = Str::founding_join_offline;
  switch (problem) {
    case P::none:
      return;
    case P::offline:
      break;
    case P::not_a_hub:
      words = Str::founding_join_not_a_hub;
      break;
    case P::unknown:
      words = Str::founding_join_unknown;
      break;
    case P::used:
      words = Str::founding_join_used;
      break;
    case P::expired:
      words = Str::founding_join_expired;
      break;
    case P::wrong:
      words = Str::founding_join_wrong;
      break;
    case P::no_key:
      banner(ui, "problem", ui.say(Str::founding_no_key, {{"why", "Ed25519"}}), Tone::danger);
      return;
    case P::refused:
      banner(ui, "problem", ui.say(Str::founding_join_refused, {{"code", joining_->hub_code()}}),
             Tone::danger);
      return;
    case P::not_saved: {
      const base::Error error =
          joining_->error().value_or(base::Error{base::ErrorCode::storage_failed, ""});
      banner(ui, "problem", ui.say(app::word(error.code), {{"where", error.where}}), Tone::danger);
      return;
    }
  }
  banner(ui, "problem", ui.tr(words), Tone::warning);
}

void JoinScreen::start(Ui& ui) {
  const auto code = app::read_invite_code(code_);
  wrong_ = !code.has_value();
  ui.wants_frame = true;
  if (!code) {
    return;
  }
  joining_ = std::make_unique<Joining>(ui.app);
  joining_->start(*code);
  ui.requests.add(app::AskPersistence{});
}

void JoinScreen::listen(Ui& ui) {
  if (scan_ != 0) {
    if (const app::Event* answer = ui.answer(scan_)) {
      scan_ = 0;
      scan_failed_ = answer->kind == app::Event::Kind::failed && answer->code != "cancelled";
      if (answer->kind == app::Event::Kind::done) {
        code_ = answer->text;
        start(ui);
      }
    }
  }
  if (joining_ == nullptr) {
    return;
  }
  for (const app::Event& event : *ui.events) {
    joining_->handle(event);
  }
  if (joining_->state() != Joining::State::done) {
    return;
  }
  ui.requests.add(app::RememberSentinel{ui.app.identity().space.str()});
  ui.toasts.add(std::string(ui.tr(Str::founding_join_done)), Tone::success);
  joining_.reset();
  code_.clear();
  ui.go("");
  ui.wants_frame = true;
}

}  // namespace linli::ui
