#include "ui/screens/sync_devices.h"

#include "app/app.h"
#include "app/words.h"
#include "base/utf8.h"
#include "ui/screens/staff_screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float column_width = 420;
constexpr int32_t invite_days = 7;
constexpr float invite_qr_size = 180;
constexpr core::ReplicaRole roles[] = {core::ReplicaRole::desk, core::ReplicaRole::kiosk,
                                       core::ReplicaRole::auditor};

Icon icon_of(core::ReplicaRole role) {
  return role == core::ReplicaRole::kiosk ? Icon::kiosk : Icon::device;
}

}  // namespace

void SyncDevices::read(Ui& ui) {
  if (revision_ == ui.app.revision()) {
    return;
  }
  revision_ = ui.app.revision();
  devices_ = store::list_devices(ui.app.state());
  invites_ = store::open_invites(ui.app.state(), ui.app.today());
  staff_ = store::list_staff(ui.app.state());
}

void SyncDevices::draw(Ui& ui) {
  read(ui);
  Grid grid(ui, column_width, space::l, 2);
  draw_list(ui);
  draw_invites(ui);
  draw_pins(ui);
  draw_new_invite(ui);
  draw_revoke(ui);
  draw_pin_dialog(ui);
}

std::string SyncDevices::name_of(Ui& ui, const store::DeviceRow& device) const {
  if (!device.name.empty()) {
    return device.name;
  }
  return std::string(ui.tr(device.founding ? Str::sync_device_founding : Str::sync_device_unnamed));
}

void SyncDevices::draw_list(Ui& ui) {
  Card card(ui);
  heading(ui, "devices", ui.tr(Str::sync_tab_devices));
  const bool may_revoke = ui.app.session().may(core::ReplicaRevoked{});
  List list(ui, "list", ui.tr(Str::sync_tab_devices));
  for (const store::DeviceRow& device : devices_) {
    KeyScope keys(ui, device.replica.view());
    const bool here = device.replica == ui.app.identity().replica;
    const std::string name = name_of(ui, device);
    const std::string_view state = here             ? ui.tr(Str::sync_device_here)
                                   : device.revoked ? ui.tr(Str::sync_device_revoked)
                                                    : std::string_view();
    const bool can = may_revoke && !here && !device.revoked;
    if (list_row(ui, "row", name,
                 {.second = ui.tr(app::word(device.role)),
                  .end = state,
                  .end_tone = device.revoked ? Tone::danger : Tone::success,
                  .icon = icon_of(device.role),
                  .opens = can}) &&
        can) {
      to_revoke_ = device;
      revoking_ = true;
      ui.wants_frame = true;
    }
  }
}

void SyncDevices::draw_revoke(Ui& ui) {
  const std::string title =
      ui.say(Str::sync_device_revoke_title, {{"name", name_of(ui, to_revoke_)}});
  if (ask(ui, "revoke", title, ui.tr(Str::sync_device_revoke_words), ui.tr(Str::sync_device_revoke),
          revoking_, true) == Answer::yes) {
    // Each by its name: the hub does not know which names are one device.
    bool all = true;
    for (const core::ReplicaId& name : store::names_of_device(ui.app.state(), to_revoke_.replica)) {
      all = ui.app.dispatch(core::ReplicaRevoked{name}).ok() && all;
    }
    if (all) ui.toasts.add(std::string(ui.tr(Str::sync_settled)), Tone::success);
    ui.wants_frame = true;
  }
}

void SyncDevices::draw_invites(Ui& ui) {
  Card card(ui);
  heading(ui, "invites", ui.tr(Str::sync_invite_new));
  if (ui.app.identity().self_ordered) {
    banner(ui, "hub", ui.tr(Str::sync_invite_needs_hub), Tone::info);
  } else if (ui.app.session().may(core::InviteCreated{})) {
    Row row(ui);
    if (primary_button(ui, "invite", ui.tr(Str::sync_invite_new), Icon::add)) {
      inviting_ = true;
      made_.reset();
      device_name_.clear();
      name_missing_ = false;
      failure_.clear();
      ui.wants_frame = true;
    }
  }
  if (invites_.empty()) {
    return;
  }
  heading(ui, "open", ui.tr(Str::sync_invite_open), 3);
  List list(ui, "open_list", ui.tr(Str::sync_invite_open));
  for (const store::InviteRow& invite : invites_) {
    KeyScope keys(ui, invite.invite.view());
    const std::string until =
        ui.say(Str::sync_invite_expires,
               {{"day", app::day_text(invite.expires_day, ui.app.today(), ui.language)}});
    const std::string name =
        invite.device.empty() ? std::string(ui.tr(app::word(invite.role))) : invite.device;
    list_row(ui, "row", name, {.second = until, .icon = icon_of(invite.role), .opens = false});
  }
}

void SyncDevices::draw_new_invite(Ui& ui) {
  const Str title = made_ ? Str::sync_invite_ready : Str::sync_invite_new;
  Dialog dialog(ui, "new_invite", ui.tr(title), inviting_, {.stays = made_.has_value()});
  if (!dialog) {
    return;
  }
  if (made_) {
    text(ui, "ready", ui.tr(Str::sync_invite_ready_words));
    const std::string link = app::invite_link(ui.app.surroundings().page_address, made_->code);
    caption(ui, "code_label", ui.tr(Str::sync_invite_code));
    text(ui, "code", app::shown_invite_code(made_->code), {.style = TextStyle::figure});
    qr_view(ui, "qr", link, invite_qr_size);
    caption(ui, "link_label", ui.tr(Str::sync_invite_link));
    text(ui, "link", link);
    Row row(ui);
    if (button(ui, "copy", ui.tr(Str::sync_invite_copy), {.icon = Icon::copy})) {
      ui.requests.add(app::CopyText{link});
      ui.toasts.add(std::string(ui.tr(Str::sync_invite_copied)), Tone::success);
    }
    if (primary_button(ui, "done", ui.tr(Str::app_close))) {
      inviting_ = false;
      made_.reset();
      ui.wants_frame = true;
    }
    return;
  }
  Choices names;
  for (const core::ReplicaRole role : roles) {
    names.emplace_back(ui.tr(app::word(role)));
  }
  radio_list(ui, "role", ui.tr(Str::sync_invite_for), role_, names);
  text_field(ui, "name", ui.tr(Str::sync_invite_name), device_name_,
             {.error = name_missing_ ? ui.tr(Str::sync_invite_name_missing) : std::string_view(),
              .placeholder = ui.tr(Str::sync_invite_name_example),
              .required = true,
              .length_max = 40});
  if (!failure_.empty()) {
    banner(ui, "failure", failure_, Tone::danger);
  }
  Row row(ui);
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) {
    inviting_ = false;
    ui.wants_frame = true;
  }
  if (primary_button(ui, "make", ui.tr(Str::sync_invite_make), Icon::check)) {
    make_invite(ui);
  }
}

void SyncDevices::make_invite(Ui& ui) {
  ui.wants_frame = true;
  const std::string name = base::trimmed(device_name_);
  name_missing_ = name.empty();
  if (name_missing_) {
    return;
  }
  const app::InviteCode code = app::new_invite_code(ui.app.env());
  core::InviteCreated created =
      app::invite_created(code, roles[role_], core::Day{ui.app.today().number + invite_days});
  created.device = core::Title{name};
  const auto recorded = ui.app.dispatch(created);
  if (!recorded) {
    failure_ = ui.say(app::word(recorded.error().code), {{"where", recorded.error().where}});
  } else if (!recorded.value().outcome.is_applied()) {
    failure_ = ui.tr(app::word(recorded.value().outcome.refusal));
  } else {
    made_ = code;
  }
}

void SyncDevices::draw_pins(Ui& ui) {
  if (!ui.app.session().may(core::StaffAppointed{})) {
    return;
  }
  Card card(ui);
  heading(ui, "pins", ui.tr(Str::sync_pins));
  List list(ui, "pin_list", ui.tr(Str::sync_pins));
  for (const store::StaffRow& staff : staff_) {
    KeyScope keys(ui, staff.person.view());
    const bool set = ui.app.session().has_pin(staff.person);
    const std::string roles_text = staff_roles_text(ui, staff.roles);
    if (list_row(ui, "row", staff.name,
                 {.second = roles_text,
                  .end = ui.tr(set ? Str::sync_pin_set : Str::sync_pin_missing),
                  .end_tone = set ? Tone::success : Tone::warning,
                  .avatar = staff.name})) {
      pin_of_ = staff;
      pin_.clear();
      setting_pin_ = true;
      ui.wants_frame = true;
    }
  }
}

void SyncDevices::draw_pin_dialog(Ui& ui) {
  const std::string title = ui.say(Str::sync_pin_for, {{"name", pin_of_.name}});
  Dialog dialog(ui, "set_pin", title, setting_pin_);
  if (!dialog) {
    return;
  }
  pin_pad(ui, "pad", title, pin_);
  Row row(ui);
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) {
    setting_pin_ = false;
    ui.wants_frame = true;
  }
  const bool acceptable = app::Session::acceptable_pin(pin_);
  if (button(ui, "save", ui.tr(Str::sync_pin_change),
             {.kind = ButtonKind::primary, .icon = Icon::check, .disabled = !acceptable}) ||
      (acceptable && pin_entered(ui))) {
    const auto kept = ui.app.session().set_pin(pin_of_.person, std::exchange(pin_, {}));
    ui.toasts.add(kept ? std::string(ui.tr(Str::sync_pin_saved))
                       : ui.say(app::word(kept.error().code), {{"where", kept.error().where}}),
                  kept ? Tone::success : Tone::danger);
    setting_pin_ = false;
    ui.wants_frame = true;
  }
}

}  // namespace linli::ui
