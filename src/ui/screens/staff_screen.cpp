#include "ui/screens/staff_screen.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_space.h"
#include "ui/screens/founding_screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float pad_width = 420;
constexpr float tile_width = 300;

}  // namespace

std::string staff_roles_text(Ui& ui, core::StaffRoles roles) {
  std::string words;
  for (size_t i = 0; i < core::enum_count<core::StaffRole>(); ++i) {
    const auto role = static_cast<core::StaffRole>(i);
    if ((roles & core::role_bit(role)) == 0) {
      continue;
    }
    if (!words.empty()) {
      words += ui.language == app::Language::en ? ", " : "、";
    }
    words += ui.tr(app::word(role));
  }
  return words;
}

void StaffScreen::opened(Ui&) {
  step_ = Step::names;
  digits_.clear();
  first_digits_.clear();
  error_.clear();
}

void StaffScreen::read(Ui& ui) {
  if (revision_ == ui.app.revision()) {
    return;
  }
  revision_ = ui.app.revision();
  staff_ = store::list_staff(ui.app.state());
}

void StaffScreen::draw(Ui& ui) {
  read(ui);
  draw_bare_top(ui);
  if (step_ == Step::names) {
    draw_names(ui);
  } else {
    draw_pin(ui);
  }
}

void StaffScreen::draw_names(Ui& ui) {
  soft_text(ui, "branch", store::space_name(ui.app.state()));
  heading(ui, "who", ui.tr(Str::staff_who), 1);
  soft_text(ui, "words", ui.tr(Str::staff_words));
  if (staff_.empty()) {
    empty_state(ui, "nobody", Icon::people, ui.tr(Str::staff_nobody),
                ui.tr(Str::staff_nobody_words));
    return;
  }
  gap(ui, space::s);
  Grid grid(ui, tile_width);
  for (const store::StaffRow& staff : staff_) {
    KeyScope keys(ui, staff.person.view());
    const std::string name =
        staff.name.empty() ? std::string(ui.tr(Str::staff_unnamed)) : staff.name;
    Card card(ui, CardOptions{.padding = space::s});
    const std::string roles = staff_roles_text(ui, staff.roles);
    if (list_row(ui, "tile", name, {.second = roles, .avatar = name})) {
      choose(ui, staff);
    }
  }
}

void StaffScreen::choose(Ui& ui, const store::StaffRow& staff) {
  chosen_ = staff;
  digits_.clear();
  error_.clear();
  ui.wants_frame = true;
  if (ui.app.session().has_pin(staff.person)) {
    step_ = Step::pin;
    return;
  }
  // On a device that has just joined nobody has a PIN: the invite was the proof. Later ones
  // are given by an administrator.
  bool anybody = false;
  for (const store::StaffRow& one : staff_) {
    anybody = anybody || ui.app.session().has_pin(one.person);
  }
  step_ = anybody ? Step::no_pin : Step::first_pin;
}

void StaffScreen::draw_pin(Ui& ui) {
  Column column(ui, space::l, pad_width);
  {
    Row row(ui);
    if (button(ui, "other", ui.tr(Str::staff_other),
               {.kind = ButtonKind::quiet, .icon = Icon::back})) {
      step_ = Step::names;
      ui.wants_frame = true;
    }
  }
  if (step_ == Step::no_pin) {
    heading(ui, "title", chosen_.name, 1);
    banner(ui, "no_pin", ui.tr(Str::staff_no_pin), Tone::info);
    return;
  }
  const std::string title = step_ == Step::pin ? ui.say(Str::staff_pin_of, {{"name", chosen_.name}})
                            : step_ == Step::first_pin
                                ? std::string(ui.tr(Str::staff_first_pin))
                                : std::string(ui.tr(Str::staff_first_pin_again));
  heading(ui, "title", title, 1);
  const int64_t wait =
      step_ == Step::pin ? ui.app.session().wait_seconds(chosen_.person) : int64_t{0};
  if (wait > 0) {
    banner(ui, "wait", ui.say(Str::staff_wait, {{"seconds", app::number_text(wait)}}),
           Tone::warning);
    ui.frame_in(1);
    return;
  }
  Card card(ui);
  if (pin_pad(ui, "pin", ui.tr(Str::staff_pin), digits_, {.error = error_})) {
    error_.clear();
  }
  const bool acceptable = app::Session::acceptable_pin(digits_);
  if (button(ui, "confirm", ui.tr(Str::staff_confirm),
             {.kind = ButtonKind::primary,
              .icon = Icon::check,
              .disabled = !acceptable,
              .full_width = true}) ||
      (acceptable && pin_entered(ui))) {
    enter(ui);
  }
}

void StaffScreen::enter(Ui& ui) {
  ui.wants_frame = true;
  app::Session& session = ui.app.session();
  const std::string typed = std::exchange(digits_, {});
  if (step_ == Step::first_pin) {
    first_digits_ = typed;
    step_ = Step::first_pin_again;
    return;
  }
  if (step_ == Step::first_pin_again) {
    if (typed != std::exchange(first_digits_, {})) {
      error_ = ui.tr(Str::staff_pins_differ);
      step_ = Step::first_pin;
      return;
    }
    if (const auto kept = session.set_pin(chosen_.person, typed); !kept) {
      error_ = ui.say(app::word(kept.error().code), {{"where", kept.error().where}});
      step_ = Step::first_pin;
      return;
    }
  }
  switch (session.sign_in(chosen_.person, typed)) {
    case app::SignIn::signed_in:
      return welcome(ui);
    case app::SignIn::wrong_pin:
      error_ = ui.tr(Str::staff_wrong);
      return;
    case app::SignIn::not_staff:
      error_ = ui.tr(Str::staff_not_staff);
      return;
    case app::SignIn::no_pin:
      step_ = Step::no_pin;
      return;
    case app::SignIn::wait:
      return;
  }
}

void StaffScreen::welcome(Ui& ui) {
  step_ = Step::names;
  error_.clear();
  // A kiosk has nothing else to show: its first staff member opens it at once.
  if (ui.app.identity().role == core::ReplicaRole::kiosk) {
    ui.go("settings");
  }
}

}  // namespace linli::ui
