#include "ui/screens/settings_screen.h"

#include <algorithm>

#include "app/app.h"
#include "store/query_policy.h"
#include "ui/screens/founding_screen.h"
#include "ui/screens/staff_screen.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float column_width = 420;
constexpr int64_t megabyte = 1024 * 1024;
constexpr int64_t text_dp_min = 16;
constexpr int64_t text_dp_max = 30;

}  // namespace

void SettingsScreen::opened(Ui& ui) {
  look_ = read_device_settings(ui.app);
  revision_ = 0;
}

void SettingsScreen::read(Ui& ui) {
  if (revision_ == ui.app.revision()) {
    return;
  }
  revision_ = ui.app.revision();
  policy_ = store::policy_in_force(ui.app.state(), ui.app.today());
  sites_ = store::list_sites(ui.app.state());
  me_ = store::find_staff(ui.app.state(), ui.app.session().person());
}

void SettingsScreen::draw(Ui& ui) {
  read(ui);
  heading(ui, "title", ui.tr(Str::settings_title), 1);
  if (ui.app.mode() == app::Mode::demo) {
    draw_demo(ui);
  } else {
    draw_person(ui);
  }
  Grid grid(ui, column_width, space::l, 2);
  draw_look(ui);
  draw_sound(ui);
  draw_rules(ui);
  draw_device(ui);
  draw_kiosk(ui);
  draw_about(ui);
}

void SettingsScreen::draw_person(Ui& ui) {
  if (!me_) {
    return;
  }
  Card card(ui);
  const std::string roles = staff_roles_text(ui, me_->roles);
  List list(ui, "me", me_->name);
  list_row(ui, "person", me_->name, {.second = roles, .avatar = me_->name, .opens = false});
  Row row(ui);
  if (button(ui, "lock", ui.tr(Str::staff_lock), {.icon = Icon::lock})) {
    ui.app.session().sign_out();
    ui.toasts.add(std::string(ui.tr(Str::staff_locked)));
    ui.wants_frame = true;
  }
}

void SettingsScreen::draw_look(Ui& ui) {
  Card card(ui);
  heading(ui, "look", ui.tr(Str::settings_look));
  int language = ui.language == app::Language::en ? 1 : 0;
  if (segmented(ui, "language", ui.tr(Str::settings_language), language,
                {std::string(ui.tr(Str::settings_language_zh)),
                 std::string(ui.tr(Str::settings_language_en))})) {
    (void)ui.app.set_setting("language", language == 1 ? "en" : "zh-CN");
    ui.wants_frame = true;
  }
  bool changed = false;
  int scheme = static_cast<int>(look_.scheme);
  if (select(ui, "theme", ui.tr(Str::settings_theme), scheme,
             {std::string(ui.tr(Str::settings_theme_light)),
              std::string(ui.tr(Str::settings_theme_dark)),
              std::string(ui.tr(Str::settings_theme_contrast)),
              std::string(ui.tr(Str::settings_theme_system))})) {
    look_.scheme = static_cast<SchemeChoice>(scheme);
    changed = true;
  }
  auto text_dp = static_cast<int64_t>(look_.text_dp);
  if (number_stepper(ui, "size", ui.tr(Str::settings_text_size), text_dp,
                     {.least = text_dp_min, .most = text_dp_max})) {
    look_.text_dp = static_cast<float>(std::clamp(text_dp, text_dp_min, text_dp_max));
    changed = true;
  }
  text(ui, "sample", ui.tr(Str::settings_text_sample));
  changed = switch_row(ui, "large", ui.tr(Str::settings_large_mode), look_.large,
                       {.hint = ui.tr(Str::settings_large_mode_hint)}) ||
            changed;
  if (changed) {
    write_device_settings(ui.app, look_);
    ui.wants_frame = true;
  }
}

void SettingsScreen::draw_sound(Ui& ui) {
  Card card(ui);
  heading(ui, "sound", ui.tr(Str::settings_sound));
  bool speech = ui.app.setting("speech") != "off";
  if (switch_row(ui, "speech", ui.tr(Str::settings_speech), speech,
                 {.hint = ui.tr(Str::settings_speech_hint)})) {
    (void)ui.app.set_setting("speech", speech ? "on" : "off");
    ui.wants_frame = true;
  }
  Row row(ui);
  if (button(ui, "try", ui.tr(Str::settings_speech_try), {.icon = Icon::sound})) {
    ui.requests.add(app::Speak{std::string(ui.tr(Str::settings_speech_sample)),
                               std::string(app::tag(ui.language))});
  }
}

void SettingsScreen::draw_rules(Ui& ui) {
  Card card(ui);
  heading(ui, "rules", ui.tr(Str::settings_rules));
  if (!policy_) {
    soft_text(ui, "none", ui.tr(Str::settings_rules_none));
    return;
  }
  text(ui, "name", policy_->name.text, {.style = TextStyle::strong});
  soft_text(ui, "since",
            ui.say(Str::settings_rules_since,
                   {{"day", app::full_day_text(policy_->effective_day, ui.language)}}));
  text(ui, "rate",
       ui.say(Str::settings_rules_rate, {{"minutes", app::number_text(policy_->coin_minutes)},
                                         {"coin", policy_->coin_name.text}}));
  if (policy_->points_per_hour > 0) {
    text(ui, "points",
         ui.say(Str::settings_rules_points, {{"count", app::number_text(policy_->points_per_hour)},
                                             {"points", policy_->points_name.text}}));
  }
}

void SettingsScreen::draw_device(Ui& ui) {
  Card card(ui);
  heading(ui, "device", ui.tr(Str::settings_device));
  Choices names = {std::string(ui.tr(Str::settings_device_site_none))};
  const std::string here = ui.app.setting("site");
  int chosen = 0;
  for (const store::SiteRow& site : sites_) {
    if (site.site.view() == here) {
      chosen = static_cast<int>(names.size());
    }
    names.push_back(site.name);
  }
  if (select(ui, "site", ui.tr(Str::settings_device_site), chosen, names)) {
    const std::string site =
        chosen == 0 ? std::string() : sites_[static_cast<size_t>(chosen - 1)].site.str();
    (void)ui.app.set_setting("site", site);
  }
  if (ui.app.mode() == app::Mode::demo) {
    return;
  }
  const app::Surroundings& around = ui.app.surroundings();
  heading(ui, "storage", ui.tr(Str::settings_storage), 3);
  if (!around.storage_known) {
    soft_text(ui, "unknown", ui.tr(Str::settings_storage_unknown));
  } else {
    text(ui, "kept",
         ui.tr(around.storage_kept ? Str::settings_storage_kept : Str::settings_storage_not_kept));
    caption(ui, "used",
            ui.say(Str::settings_storage_used,
                   {{"used", app::number_text(around.storage_used_bytes / megabyte)},
                    {"quota", app::number_text(around.storage_quota_bytes / megabyte)}}));
  }
  if (!around.storage_kept) {
    Row row(ui);
    if (button(ui, "ask", ui.tr(Str::settings_storage_ask))) {
      ui.requests.add(app::AskPersistence{});
    }
  }
}

void SettingsScreen::draw_kiosk(Ui& ui) {
  Card card(ui);
  heading(ui, "kiosk", ui.tr(Str::settings_kiosk));
  text(ui, "words", ui.tr(Str::settings_kiosk_words));
  Row row(ui);
  if (primary_button(ui, "open", ui.tr(Str::settings_kiosk_open), Icon::kiosk)) {
    if (ui.app.mode() == app::Mode::desk) {
      (void)ui.app.set_mode(app::Mode::kiosk);
      ui.app.session().sign_out();
    }
    ui.go("kiosk");
  }
}

void SettingsScreen::draw_demo(Ui& ui) {
  Card card(ui, CardOptions{.tone = Tone::accent});
  heading(ui, "demo", ui.tr(Str::settings_demo));
  text(ui, "demo_words", ui.tr(Str::settings_demo_words));
  Row row(ui);
  if (button(ui, "reset", ui.tr(Str::settings_demo_reset), {.icon = Icon::undo})) {
    ui.requests.add(app::OpenDemo{true});
  }
  if (button(ui, "leave", ui.tr(Str::settings_demo_leave), {.icon = Icon::leave})) {
    ui.requests.add(app::OpenDemo{false});
  }
}

void SettingsScreen::draw_about(Ui& ui) {
  Card card(ui);
  heading(ui, "about", ui.tr(Str::settings_about));
  text(ui, "about_words", ui.tr(Str::settings_about_words));
  heading(ui, "licences", ui.tr(Str::settings_licences), 3);
  soft_text(ui, "licences_words", ui.tr(Str::settings_licences_words));
}

}  // namespace linli::ui
