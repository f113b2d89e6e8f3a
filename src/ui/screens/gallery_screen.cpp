#include "ui/screens/gallery_screen.h"

#include "app/app.h"
#include "ui/settings.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/photo_tile.h"
#include "ui/widgets/pin_pad.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float card_width = 400;

}  // namespace

void GalleryScreen::draw(Ui& ui) {
  {
    const Column column(ui, space::xs);
    heading(ui, "title", ui.tr(Str::gallery_title), 1);
    soft_text(ui, "intro", ui.tr(Str::gallery_intro));
  }
  tabs(ui, "parts", ui.tr(Str::gallery_title), part_,
       {std::string(ui.tr(Str::gallery_part_forms)), std::string(ui.tr(Str::gallery_part_lists)),
        std::string(ui.tr(Str::gallery_part_figures))});
  if (part_ == 0) {
    const Grid grid(ui, card_width);
    draw_look(ui);
    draw_buttons(ui);
    draw_fields(ui);
    draw_choices(ui);
    draw_dialogs(ui);
  } else if (part_ == 1) {
    const Grid grid(ui, card_width);
    draw_lists(ui);
    draw_states(ui);
  } else {
    draw_charts(ui);
    draw_table(ui);
  }
}

void GalleryScreen::draw_look(Ui& ui) {
  const Card card(ui);
  heading(ui, "look", ui.tr(Str::gallery_look));
  DeviceSettings settings = read_device_settings(ui.app);
  int scheme = static_cast<int>(settings.scheme);
  if (select(
          ui, "scheme", ui.tr(Str::gallery_scheme), scheme,
          {std::string(ui.tr(Str::gallery_light)), std::string(ui.tr(Str::gallery_dark)),
           std::string(ui.tr(Str::gallery_contrast)), std::string(ui.tr(Str::gallery_system))})) {
    settings.scheme = static_cast<SchemeChoice>(scheme);
    write_device_settings(ui.app, settings);
  }
  int64_t size = static_cast<int64_t>(settings.text_dp);
  if (number_stepper(ui, "size", ui.tr(Str::gallery_text_size), size,
                     {.least = 16, .most = 30, .step = 2})) {
    settings.text_dp = static_cast<float>(size);
    write_device_settings(ui.app, settings);
  }
  if (switch_row(ui, "large", ui.tr(Str::gallery_large), settings.large,
                 {.hint = ui.tr(Str::gallery_large_hint)})) {
    write_device_settings(ui.app, settings);
  }
}

void GalleryScreen::draw_buttons(Ui& ui) {
  const Card card(ui);
  heading(ui, "buttons", ui.tr(Str::gallery_buttons));
  const Row row(ui);
  if (primary_button(ui, "primary", ui.tr(Str::gallery_primary), Icon::check)) {
    ++pressed_;
    ui.toasts.add(ui.say(Str::gallery_pressed, {{"count", app::number_text(pressed_)}}),
                  Tone::success);
  }
  button(ui, "secondary", ui.tr(Str::gallery_secondary));
  quiet_button(ui, "quiet", ui.tr(Str::gallery_quiet));
  button(ui, "danger", ui.tr(Str::gallery_danger),
         {.kind = ButtonKind::danger, .icon = Icon::trash});
  button(ui, "disabled", ui.tr(Str::gallery_disabled), {.disabled = true});
  button(ui, "busy", ui.tr(Str::gallery_busy), {.busy = true});
  icon_button(ui, "icon", ui.tr(Str::gallery_print), Icon::print);
  button(ui, "big", ui.tr(Str::gallery_primary),
         {.kind = ButtonKind::primary, .icon = Icon::sign_in, .large = true});
  link(ui, "link", ui.tr(Str::gallery_link), "gallery");
}

void GalleryScreen::draw_fields(Ui& ui) {
  const Card card(ui);
  heading(ui, "fields", ui.tr(Str::gallery_fields));
  text_field(ui, "name", ui.tr(Str::gallery_name), name_,
             {.placeholder = ui.tr(Str::gallery_person), .required = true});
  text_field(ui, "phone", ui.tr(Str::gallery_phone), phone_,
             {.error = ui.tr(Str::gallery_phone_error), .icon = Icon::phone, .numeric = true});
  text_field(ui, "pin", ui.tr(Str::gallery_pin), pin_, {.password = true});
  text_field(ui, "closed", ui.tr(Str::gallery_disabled), name_, {.disabled = true});
  search_field(ui, "search", ui.tr(Str::widget_search), search_);
  text_field(ui, "story", ui.tr(Str::gallery_story), story_,
             {.hint = ui.tr(Str::gallery_story_hint), .lines = 3});
}

void GalleryScreen::draw_choices(Ui& ui) {
  const Card card(ui);
  heading(ui, "choices", ui.tr(Str::gallery_choices));
  const std::vector<std::string> kinds = {std::string(ui.tr(Str::gallery_kind_1)),
                                          std::string(ui.tr(Str::gallery_kind_2)),
                                          std::string(ui.tr(Str::gallery_kind_3))};
  segmented(ui, "segments", ui.tr(Str::gallery_choices), choice_, kinds);
  select(ui, "select", ui.tr(Str::gallery_kind), picked_, kinds, {.required = true});
  {
    const Row row(ui, {.gap = space::s});
    for (size_t i = 0; i < kinds.size(); ++i) {
      chip(ui, "chip" + std::to_string(i), kinds[i], chips_[i]);
    }
  }
  checkbox(ui, "checked", ui.tr(Str::gallery_checked), checked_);
  checkbox(ui, "unchecked", ui.tr(Str::gallery_unchecked), unchecked_,
           {.hint = ui.tr(Str::gallery_story_hint)});
  switch_row(ui, "switched", ui.tr(Str::gallery_switched), switched_);
  radio_list(ui, "radio", ui.tr(Str::gallery_kind), radio_, kinds);
  {
    const Row row(ui, {1, 1});
    date_field(ui, "day", ui.tr(Str::gallery_day), day_, ui.app.today());
    time_field(ui, "time", ui.tr(Str::gallery_time), minute_);
  }
  number_stepper(ui, "minutes", ui.tr(Str::gallery_duration), minutes_,
                 {.least = 15, .most = 480, .step = 15, .unit = ui.tr(Str::widget_minute)});
}

void GalleryScreen::draw_dialogs(Ui& ui) {
  {
    const Card card(ui);
    heading(ui, "dialogs", ui.tr(Str::gallery_dialogs));
    const Row row(ui);
    if (button(ui, "ask", ui.tr(Str::gallery_danger),
               {.kind = ButtonKind::danger, .icon = Icon::trash})) {
      asking_ = true;
    }
    if (button(ui, "show", ui.tr(Str::gallery_open))) {
      showing_ = true;
    }
  }
  if (ask(ui, "question", ui.tr(Str::gallery_ask_title), ui.tr(Str::gallery_ask_what),
          ui.tr(Str::gallery_danger), asking_, true) == Answer::yes) {
    ui.toasts.add(std::string(ui.tr(Str::gallery_deleted)), Tone::danger);
  }
  if (const Dialog dialog(ui, "form", ui.tr(Str::gallery_need), showing_); dialog) {
    soft_text(ui, "hint", ui.tr(Str::gallery_need_second));
    text_field(ui, "name", ui.tr(Str::gallery_name), name_);
    const Row row(ui, {.align = Align::end});
    if (quiet_button(ui, "close", ui.tr(Str::app_close))) {
      showing_ = false;
    }
  }
  {
    const Card card(ui);
    heading(ui, "pad-title", ui.tr(Str::gallery_pin));
    pin_pad(ui, "pad", ui.tr(Str::gallery_pin), typed_pin_, {.length_max = 6});
  }
}

void GalleryScreen::draw_lists(Ui& ui) {
  {
    const Card card(ui);
    heading(ui, "rows", ui.tr(Str::gallery_rows));
    const List list(ui, "list", ui.tr(Str::gallery_rows));
    list_row(ui, "one", ui.tr(Str::gallery_person),
             {.second = ui.tr(Str::gallery_person_second),
              .end = app::hours_text(90, ui.language),
              .avatar = ui.tr(Str::gallery_person)});
    list_row(ui, "two", ui.tr(Str::gallery_need),
             {.second = ui.tr(Str::gallery_need_second), .icon = Icon::need, .selected = true});
    list_row(ui, "three", ui.tr(Str::gallery_rare),
             {.second = ui.tr(Str::gallery_person_second), .avatar = ui.tr(Str::gallery_rare)});
    list_row(ui, "four", ui.tr(Str::gallery_rtl),
             {.second = ui.tr(Str::gallery_person_second),
              .avatar = ui.tr(Str::gallery_rtl),
              .opens = false});
    show_more(ui, "more", 50);
  }
  {
    const Card card(ui);
    heading(ui, "facts", ui.tr(Str::gallery_facts));
    {
      const Row row(ui, {.gap = space::xxl});
      figure(ui, "figure", ui.tr(Str::gallery_served), app::hours_text(7530, ui.language));
      figure(ui, "waiting", ui.tr(Str::gallery_waiting), "12", Tone::accent);
    }
    key_value(ui, "who", ui.tr(Str::gallery_name), ui.tr(Str::gallery_person));
    key_value(ui, "what", ui.tr(Str::gallery_kind), ui.tr(Str::gallery_need));
    key_value(ui, "when", ui.tr(Str::gallery_day), app::full_day_text(ui.app.today(), ui.language));
    {
      const Row row(ui, {.gap = space::s});
      badge(ui, "b0", ui.tr(Str::gallery_state_0));
      badge(ui, "b1", ui.tr(Str::gallery_state_1), Tone::success);
      badge(ui, "b2", ui.tr(Str::gallery_state_2), Tone::warning, Icon::clock);
      badge(ui, "b3", ui.tr(Str::gallery_state_3), Tone::danger, Icon::refuse);
      badge(ui, "b4", ui.tr(Str::gallery_state_4), Tone::info, Icon::sync);
      badge(ui, "b5", ui.tr(Str::gallery_state_5), Tone::accent, Icon::wish);
    }
    {
      const Row row(ui);
      photo_tile(ui, "photo", ui.tr(Str::gallery_photo), {.removable = true});
      add_photo_tile(ui, "add");
      qr_view(ui, "qr", "LINLI-0001-2345", 150);
    }
  }
}

void GalleryScreen::draw_states(Ui& ui) {
  {
    const Card card(ui);
    heading(ui, "messages", ui.tr(Str::gallery_messages));
    banner(ui, "info", ui.tr(Str::gallery_banner_info), Tone::info);
    banner(ui, "good", ui.tr(Str::gallery_banner_good), Tone::success);
    banner(ui, "warning", ui.tr(Str::gallery_banner_warning), Tone::warning,
           {.action = ui.tr(Str::app_retry)});
    banner(ui, "refusal", ui.tr(Str::gallery_banner_refusal), Tone::danger,
           {.title = ui.tr(Str::gallery_banner_refusal_title)});
    progress(ui, "progress", ui.tr(Str::gallery_progress), 64);
    steps(ui, "steps", ui.tr(Str::gallery_progress),
          {std::string(ui.tr(Str::gallery_step_1)), std::string(ui.tr(Str::gallery_step_2)),
           std::string(ui.tr(Str::gallery_step_3))},
          step_);
    busy(ui, "busy", ui.tr(Str::widget_loading));
    skeleton(ui, "skeleton", 3);
  }
  {
    const Card card(ui);
    if (empty_state(ui, "empty", Icon::need, ui.tr(Str::gallery_empty_title),
                    ui.tr(Str::gallery_empty_sentence), ui.tr(Str::gallery_empty_action))) {
      ui.toasts.add(std::string(ui.tr(Str::gallery_empty_action)), Tone::info);
    }
  }
}

}  // namespace linli::ui
