#include "ui/screens/kiosk_screen.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "store/query_space.h"
#include "ui/look.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/tile_button.h"

namespace linli::ui {

using app::KioskStep;
using app::Str;

namespace {

constexpr float narrow_width = 640;
constexpr float tile_width = 150;
constexpr float tile_height_least = 120;
constexpr float tile_height_most = 320;
constexpr float words_height = 430;  // of what stands above and below the tiles
constexpr float surname_width = 140;
constexpr size_t pad_digits_max = 12;

}  // namespace

app::KioskNow KioskScreen::now(Ui& ui) const { return {ui.app.env().local_time(), ui.seconds}; }

void KioskScreen::opened(Ui& ui) {
  world_ = std::make_unique<app::BranchKiosk>(ui.app);
  flow_ = std::make_unique<app::KioskFlow>(*world_, ui.tr(Str::kiosk_surnames));
  scan_ = 0;
  camera_failed_ = false;
  ui.requests.add(app::Kiosk{true});
}

void KioskScreen::draw(Ui& ui) {
  listen(ui);
  flow_->tick(now(ui));
  if (flow_->take_left()) {
    leave(ui);
    return;
  }
  announce(ui);
  draw_top(ui);
  gap(ui, ui.viewport.height > 1.3f * ui.viewport.width ? space::xxxl * 2 : space::s);
  switch (flow_->step()) {
    case KioskStep::start:
      draw_start(ui);
      break;
    case KioskStep::card:
      draw_pad(ui, ui.tr(flow_->choosing_helper() ? Str::kiosk_helper_who : Str::kiosk_card_ask),
               false);
      break;
    case KioskStep::phone:
      draw_pad(ui, ui.tr(Str::kiosk_phone_ask), false);
      break;
    case KioskStep::surname:
      draw_surname(ui);
      break;
    case KioskStep::full_name:
    case KioskStep::helper_name:
      draw_name(ui, ui.tr(flow_->step() == KioskStep::full_name ? Str::kiosk_full_name_ask
                                                                : Str::kiosk_helper_by_name));
      break;
    case KioskStep::confirm:
      draw_confirm(ui);
      break;
    case KioskStep::training:
      draw_training(ui);
      break;
    case KioskStep::signed_in:
    case KioskStep::signed_out:
    case KioskStep::not_found:
    case KioskStep::not_saved:
      draw_result(ui);
      break;
    case KioskStep::leave:
      draw_pad(ui, ui.tr(Str::kiosk_leave_ask), true);
      break;
  }
  draw_bottom(ui);
}

void KioskScreen::listen(Ui& ui) {
  for (const app::Event& event : *ui.events) {
    if (event.kind == app::Event::Kind::typed_code) {
      flow_->code_read(event.text, core::SignMethod::card, now(ui));
    } else if (scan_ != 0 && event.request == scan_) {
      camera_failed_ = event.kind == app::Event::Kind::failed && event.code != "cancelled";
      scan_ = 0;
      if (event.kind == app::Event::Kind::done) {
        flow_->code_read(event.text, core::SignMethod::qr, now(ui));
      }
    }
  }
  if (!ui.twin_events->empty()) {
    flow_->touched(now(ui));
  }
}

void KioskScreen::announce(Ui& ui) {
  if (!flow_->take_result()) {
    return;
  }
  result_words_ = result_words(ui);
  if (ui.app.setting("speech") != "off") {
    ui.requests.add(app::Speak{result_words_, std::string(app::tag(ui.language))});
  }
}

void KioskScreen::leave(Ui& ui) {
  ui.requests.add(app::Kiosk{false});
  if (ui.app.mode() == app::Mode::kiosk) {
    (void)ui.app.set_mode(app::Mode::desk);
  }
  ui.go("");
  ui.wants_frame = true;
}

void KioskScreen::draw_top(Ui& ui) {
  const base::LocalTime local = ui.app.env().local_time();
  const std::string branch = store::space_name(ui.app.state());
  const std::string day = app::full_day_text(local.day, ui.language);
  Row row(ui);
  {
    Column column(
        ui, space::xs,
        std::max(text_width(ui, branch, TextStyle::strong), text_width(ui, day, TextStyle::body)) +
            1);
    text(ui, "branch", branch, {.style = TextStyle::strong});
    soft_text(ui, "day", day);
  }
  spacer(ui);
  if (quiet_button(ui, "language", ui.tr(Str::widget_other_language), Icon::language)) {
    switch_language(ui);
  }
  text(ui, "time", base::minute_text(local.minute),
       {.style = ui.phone() ? TextStyle::title : TextStyle::figure});
  ui.frame_in(60 - local.second);
}

void KioskScreen::draw_start(Ui& ui) {
  heading(ui, "welcome", ui.tr(Str::kiosk_welcome), 1);
  text(ui, "words", ui.tr(Str::kiosk_start_words), {.style = TextStyle::title, .soft = true});
  if (!flow_->helper_name().empty()) {
    draw_helper_bar(ui);
  }
  // Two rows of tiles take the height that the words above and below leave.
  const float free = ui.viewport.height - words_height;
  const float height = std::clamp(free / 2, tile_height_least, tile_height_most);
  {
    Grid grid(ui, tile_width, space::l, 2);
    if (tile_button(ui, "by_card", ui.tr(Str::kiosk_by_card), Icon::card,
                    {.height = height, .primary = true})) {
      flow_->choose_card(now(ui));
      ui.wants_frame = true;
    }
    if (tile_button(ui, "by_phone", ui.tr(Str::kiosk_by_phone), Icon::phone, {.height = height})) {
      flow_->choose_phone(now(ui));
      ui.wants_frame = true;
    }
    draw_camera(ui, height);
    if (flow_->helper_name().empty() &&
        tile_button(ui, "help", ui.tr(Str::kiosk_help_others), Icon::heart, {.height = height})) {
      flow_->choose_helper(now(ui));
      ui.wants_frame = true;
    }
  }
  if (scan_ != 0) {
    caption(ui, "camera_words", ui.tr(Str::kiosk_camera_words));
  } else if (camera_failed_) {
    banner(ui, "camera_failed", ui.tr(Str::kiosk_camera_failed), Tone::warning);
  }
  draw_slow(ui);
}

// After wrong look-ups nothing is looked up for a while; said wherever somebody would try.
void KioskScreen::draw_slow(Ui& ui) {
  const int32_t slow = flow_->slow_seconds_left(now(ui));
  if (slow <= 0 || flow_->step() == KioskStep::leave) return;
  banner(ui, "slow", ui.say(Str::kiosk_slow, {{"seconds", app::number_text(slow)}}), Tone::warning);
  ui.frame_in(1);
}

void KioskScreen::draw_helper_bar(Ui& ui) {
  Card card(ui, CardOptions{.tone = Tone::accent});
  text(ui, "helper", ui.say(Str::kiosk_helper_now, {{"name", flow_->helper_name()}}),
       {.style = TextStyle::title});
  Row row(ui);
  if (button(ui, "by_name", ui.tr(Str::kiosk_helper_by_name), {.icon = Icon::edit})) {
    name_.clear();
    flow_->choose_helper_name(now(ui));
    ui.wants_frame = true;
  }
  if (button(ui, "end", ui.tr(Str::kiosk_helper_end), {.icon = Icon::close})) {
    flow_->end_helper(now(ui));
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_camera(Ui& ui, float height) {
  const bool on = scan_ != 0;
  if (tile_button(ui, "camera", ui.tr(on ? Str::kiosk_stop_camera : Str::kiosk_by_camera), Icon::qr,
                  {.height = height, .pressed = on})) {
    camera_failed_ = false;
    const uint32_t request = ui.requests.add(app::ScanCode{!on});
    scan_ = on ? 0 : request;
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_pad(Ui& ui, std::string_view question, bool hidden) {
  heading(ui, "question", question, 1);
  Column column(ui, space::l, narrow_width);
  draw_slow(ui);
  if (const int64_t wait = flow_->leave_wait_seconds(); wait > 0) {
    banner(ui, "wait", ui.say(Str::staff_wait, {{"seconds", app::number_text(wait)}}),
           Tone::warning);
    ui.frame_in(1);
    return;
  }
  Card card(ui);
  std::string digits = flow_->typed();
  const size_t before = digits.size();
  const std::string_view wrong =
      flow_->pin_wrong() ? ui.tr(Str::kiosk_leave_wrong) : std::string_view();
  if (pin_pad(ui, "pad", question, digits,
              {.length_max = pad_digits_max, .hidden = hidden, .error = wrong})) {
    const KioskStep step = flow_->step();
    for (size_t i = digits.size(); i < before; ++i) {
      flow_->erase_digit(now(ui));
    }
    for (size_t i = before; i < digits.size() && flow_->step() == step; ++i) {
      flow_->digit(digits[i], now(ui));
    }
    ui.wants_frame = true;
  }
  if (flow_->step() == KioskStep::phone || flow_->step() == KioskStep::surname) {
    return;  // the fourth digit goes on by itself
  }
  if (button(ui, "enter", ui.tr(Str::kiosk_enter),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .disabled = flow_->typed().empty(),
              .full_width = true,
              .large = true}) ||
      pin_entered(ui)) {
    flow_->enter(now(ui));
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_surname(Ui& ui) {
  heading(ui, "question", ui.tr(Str::kiosk_surname_ask), 1);
  std::string chosen;
  {
    Grid grid(ui, surname_width, space::l, 4);
    for (const std::string& surname : flow_->surnames()) {
      Column cell(ui);
      if (button(ui, surname, surname, {.full_width = true, .large = true})) {
        chosen = surname;
      }
    }
  }
  if (!chosen.empty()) {
    name_.clear();
    flow_->choose_surname(chosen, now(ui));
    ui.wants_frame = true;
    return;
  }
  if (quiet_button(ui, "none", ui.tr(Str::kiosk_surname_none))) {
    flow_->surname_not_shown(now(ui));
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_name(Ui& ui, std::string_view question) {
  heading(ui, "question", question, 1);
  Column column(ui, space::l, narrow_width);
  Card card(ui);
  const auto field =
      text_field(ui, "name", ui.tr(Str::kiosk_name_field), name_, {.required = true});
  if (field.changed) {
    flow_->touched(now(ui));
  }
  if (button(ui, "enter", ui.tr(Str::kiosk_enter),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .disabled = name_.empty(),
              .full_width = true,
              .large = true}) ||
      field.entered) {
    flow_->enter_name(name_, now(ui));
    name_.clear();
    ui.wants_frame = true;
  }
}

void KioskScreen::draw_bottom(Ui& ui) {
  const int32_t seconds = flow_->seconds_left(now(ui));
  if (seconds > 0) {
    ui.frame_in(1);
  }
  gap(ui, space::xl);
  Row row(ui);
  const KioskStep step = flow_->step();
  if (step == KioskStep::start) {
    if (quiet_button(ui, "leave", ui.tr(Str::kiosk_leave), Icon::lock)) {
      if (ui.app.mode() == app::Mode::demo) {
        leave(ui);
      } else {
        flow_->choose_leave(now(ui));
      }
      ui.wants_frame = true;
    }
    return;
  }
  if (button(ui, "back", ui.tr(Str::kiosk_start_over), {.icon = Icon::home, .large = true})) {
    flow_->back(now(ui));
    ui.wants_frame = true;
  }
  if (seconds > 0) {
    caption(ui, "countdown",
            ui.say(Str::kiosk_returns_in, {{"seconds", app::number_text(seconds)}}));
  }
}

}  // namespace linli::ui
