#include "ui/screens/today_screen.h"

#include <algorithm>

#include "app/app.h"
#include "app/local_time.h"
#include "app/words.h"
#include "base/day.h"
#include "store/query_person.h"
#include "ui/text_layout.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

void open_kiosk(Ui& ui) {
  // The demo shows the kiosk like any other screen; a real one is left by PIN only.
  if (ui.app.mode() != app::Mode::demo) {
    const base::Status kept = ui.app.set_mode(app::Mode::kiosk);
    if (!kept.ok()) {
      ui.toasts.add(ui.say(app::word(kept.error().code), {{"where", kept.error().where}}),
                    Tone::danger);
      return;
    }
    ui.app.session().sign_out();
  }
  ui.go("kiosk");
}

namespace {

constexpr int weeks_shown = 12;
constexpr int kinds_shown = 6;
constexpr int32_t morning_ends = 11 * 60;
constexpr int32_t noon_ends = 14 * 60;
constexpr int32_t afternoon_ends = 18 * 60;

Str greeting_of(int32_t minute) {
  if (minute < morning_ends) return Str::today_good_morning;
  if (minute < noon_ends) return Str::today_good_noon;
  if (minute < afternoon_ends) return Str::today_good_afternoon;
  return Str::today_good_evening;
}

struct Waiting {
  std::string_view key;
  Str title;
  Str hint;
  int64_t count;
  Icon icon;
  Tone tone;
  std::string_view route;
};

}  // namespace

void TodayScreen::read(Ui& ui) {
  const base::Day today = ui.app.today();
  if (revision_ == ui.app.revision() && day_ == today) return;
  revision_ = ui.app.revision();
  day_ = today;
  store::Database& state = ui.app.state();
  counts_ = store::today_counts(state, today);
  outcomes_ = store::count_open_outcomes(state);
  const store::Unsent unsent = ui.app.log().unsent();
  unsent_operations_ = unsent.operations;
  unsent_since_millis_ = unsent.since_millis;
  sessions_ = store::sessions_of_day(state, today);
  const base::Day monday{today.number - (base::weekday_of(today) - 1) - 7 * (weeks_shown - 1)};
  weeks_ = store::served_by_week(state, monday, weeks_shown);
  kinds_ = store::minutes_by_kind(state, monday, today, kinds_shown);
}

void TodayScreen::draw(Ui& ui) {
  read(ui);
  draw_greeting(ui);
  draw_needs_me(ui);
  if (ui.width_class == WidthClass::desk) {
    Row row(ui, {1, 1}, space::l);
    draw_sessions(ui);
    draw_weeks(ui);
  } else {
    draw_sessions(ui);
    draw_weeks(ui);
  }
}

void TodayScreen::draw_greeting(Ui& ui) {
  const std::string name = ui.app.session().signed_in()
                               ? store::person_name(ui.app.state(), ui.app.session().person())
                               : std::string();
  const Str greeting = greeting_of(ui.app.env().local_time().minute);
  const std::string title =
      name.empty() ? std::string(ui.tr(greeting))
                   : ui.say(Str::today_greeting, {{"greeting", ui.tr(greeting)}, {"name", name}});
  const std::string day = app::full_day_text(day_, ui.language);
  Row row(ui);
  {
    Column words(
        ui, space::xs,
        std::max(text_width(ui, title, TextStyle::display), text_width(ui, day, TextStyle::body)) +
            1);
    heading(ui, "greeting", title, 1);
    soft_text(ui, "day", day);
  }
  spacer(ui);
  if (button(ui, "kiosk", ui.tr(Str::today_open_kiosk), {.icon = Icon::kiosk})) open_kiosk(ui);
  if (primary_button(ui, "publish", ui.tr(Str::today_publish_need), Icon::add)) {
    ui.go("needs/new");
  }
}

bool TodayScreen::nothing_waits() const {
  return counts_.unreviewed_records + counts_.unfilled_needs + counts_.overdue_needs +
             counts_.forgotten_sign_outs + counts_.open_redemptions + counts_.low_stock_items +
             outcomes_.flags + outcomes_.refusals ==
         0;
}

void TodayScreen::draw_needs_me(Ui& ui) {
  heading(ui, "needs_me", ui.tr(Str::today_needs_me));
  if (nothing_waits()) {
    Card card(ui);
    empty_state(ui, "all_done", Icon::heart, ui.tr(Str::today_all_done),
                ui.tr(Str::today_all_done_hint));
  }
  const Waiting all[] = {
      {"records", Str::today_records, Str::today_records_hint, counts_.unreviewed_records,
       Icon::record, Tone::accent, "records"},
      {"needs", Str::today_open_needs, Str::today_open_needs_hint, counts_.unfilled_needs,
       Icon::need, Tone::accent, "needs"},
      {"overdue", Str::today_overdue, Str::today_overdue_hint, counts_.overdue_needs, Icon::clock,
       Tone::danger, "needs?view=overdue"},
      {"sign_outs", Str::today_sign_outs, Str::today_sign_outs_hint, counts_.forgotten_sign_outs,
       Icon::leave, Tone::warning, "activities/forgotten"},
      {"flags", Str::today_flags, Str::today_flags_hint, outcomes_.flags, Icon::flag, Tone::warning,
       "sync/open"},
      {"refusals", Str::today_refusals, Str::today_refusals_hint, outcomes_.refusals, Icon::refuse,
       Tone::info, "sync/open"},
      {"pick_ups", Str::today_pick_ups, Str::today_pick_ups_hint, counts_.open_redemptions,
       Icon::gift, Tone::info, "shop/open"},
      {"stock", Str::today_stock, Str::today_stock_hint, counts_.low_stock_items, Icon::material,
       Tone::warning, "shop"},
  };
  {
    Grid grid(ui, ui.phone() ? 150.0f : 230.0f, space::m);
    for (const Waiting& one : all) {
      if (one.count == 0) continue;
      const KeyScope keys(ui, one.key);
      const std::string count = app::number_text(one.count);
      Card card(ui, "card",
                ui.say(Str::today_card, {{"title", ui.tr(one.title)}, {"count", count}}),
                {.gap = space::xs});
      text(ui, "count", count, {.style = TextStyle::figure, .tone = one.tone});
      text(ui, "title", ui.tr(one.title), {.style = TextStyle::strong});
      caption(ui, "hint", ui.tr(one.hint));
      if (card.clicked()) ui.go(std::string(one.route));
    }
  }
  if (ui.app.mode() != app::Mode::demo && unsent_operations_ > 0) {
    const base::Day since = app::local_time_of(ui.app.env(), unsent_since_millis_).day;
    if (banner(ui, "unsent",
               ui.say(Str::today_unsent, {{"count", app::number_text(unsent_operations_)},
                                          {"since", app::near_day_text(since, day_, ui.language)}}),
               Tone::info, {.action = ui.tr(Str::today_unsent_look)})) {
      ui.go("sync");
    }
  }
}

void TodayScreen::draw_sessions(Ui& ui) {
  Card card(ui);
  heading(ui, "sessions", ui.tr(Str::today_sessions), 3);
  if (sessions_.empty()) {
    if (empty_state(ui, "no_sessions", Icon::calendar, ui.tr(Str::today_no_sessions),
                    ui.tr(Str::today_no_sessions_hint), ui.tr(Str::today_plan))) {
      ui.go("activities/new");
    }
    return;
  }
  const List list(ui, "session_list", ui.tr(Str::today_sessions));
  for (const store::SessionRow& session : sessions_) {
    const KeyScope keys(ui, session.session.view());
    const std::string place = session.room_name.empty() ? session.site_name : session.room_name;
    const std::string when = base::minute_text(session.from_minute) + "–" +
                             base::minute_text((session.from_minute + session.minutes) % 1440);
    const std::string second = place.empty() ? when : when + " · " + place;
    std::string end;
    Tone tone = Tone::neutral;
    if (session.cancelled) {
      end = ui.tr(Str::today_cancelled);
    } else if (session.still_in > 0) {
      end = ui.say(Str::today_still_in, {{"count", app::number_text(session.still_in)}});
      tone = Tone::success;
    } else if (session.head_count.has_value() || session.signed_in > 0) {
      end = ui.say(Str::today_came,
                   {{"count", app::number_text(session.head_count.value_or(session.signed_in))}});
    }
    if (list_row(ui, "row", session.activity_name,
                 {.second = second, .end = end, .end_tone = tone, .icon = Icon::activity})) {
      ui.go("activities/" + session.activity.str() + "/" + session.session.str());
    }
  }
}

void TodayScreen::draw_weeks(Ui& ui) {
  Card card(ui);
  heading(ui, "weeks", ui.tr(Str::today_weeks), 3);
  std::vector<std::string> labels;
  Series approved{std::string(ui.tr(Str::today_approved)), {}};
  Series waiting{std::string(ui.tr(Str::today_waiting)), {}};
  int64_t sum = 0;
  for (const store::WeekMinutes& week : weeks_) {
    const base::CivilDate date = base::civil_of(week.monday);
    labels.push_back(std::to_string(date.month) + "/" + std::to_string(date.day));
    approved.values.emplace_back(week.approved);
    waiting.values.emplace_back(week.waiting);
    sum += week.approved;
  }
  const auto say_hours = [&ui](int64_t minutes) { return app::hours_text(minutes, ui.language); };
  soft_text(ui, "weeks_sum",
            ui.say(Str::today_weeks_sum, {{"hours", app::hours_text(sum, ui.language)}}));
  bar_chart(ui, "weeks_chart", ui.tr(Str::today_weeks), labels, {approved, waiting},
            {.say = say_hours, .unit = 60, .height = 220, .stacked = true});
  if (kinds_.empty()) return;
  heading(ui, "kinds", ui.tr(Str::today_kinds), 3);
  std::vector<std::string> names;
  Series minutes{std::string(ui.tr(Str::today_approved)), {}};
  for (const store::KindSum& kind : kinds_) {
    names.push_back(kind.name);
    minutes.values.emplace_back(kind.minutes);
  }
  bar_list(ui, "kinds_chart", ui.tr(Str::today_kinds), names, minutes, {.say = say_hours});
}

}  // namespace linli::ui
