#include "ui/screens/activity_list.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_attendance.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int page_rows = 40;

}  // namespace

std::string days_text(const Ui& ui, const store::ActivityRow& row) {
  if (row.days_are_months) {
    const std::string first = app::month_text(base::civil_of(row.from_day), ui.language);
    const std::string last = app::month_text(base::civil_of(row.to_day), ui.language);
    return first == last ? first : first + " – " + last;
  }
  const std::string first = app::day_text(row.from_day, ui.app.today(), ui.language);
  if (row.from_day == row.to_day) return first;
  return first + " – " + app::day_text(row.to_day, ui.app.today(), ui.language);
}

std::string heads_text(const Ui& ui, const store::Heads& heads) {
  if (heads.unknown == 0) {
    return ui.say(Str::activities_heads, {{"count", app::number_text(heads.known)}});
  }
  if (heads.known == 0) return std::string(ui.tr(Str::activities_heads_unknown));
  return ui.say(Str::activities_heads_partly, {{"count", app::number_text(heads.known)},
                                               {"unknown", app::number_text(heads.unknown)}});
}

void ActivityList::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  const base::Day today = ui.app.today();
  rows_ = store::list_activities(state, today, std::nullopt, wanted_ + 1);
  more_ = static_cast<int>(rows_.size()) > wanted_;
  if (more_) rows_.pop_back();
  const int32_t year = base::civil_of(today).year;
  totals_ = store::activity_totals(state, base::day_of({year, 1, 1}), base::day_of({year, 12, 31}),
                                   today);
  forgotten_ = store::unfinished_attendance_count(state, today);
}

void ActivityList::draw(Ui& ui) {
  read(ui);
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::activities_title), 1);
    spacer(ui);
    if (button(ui, "import", ui.tr(Str::activities_import), {.icon = Icon::upload})) {
      ui.go("activities/import");
    }
    if (primary_button(ui, "plan", ui.tr(Str::activities_plan), Icon::add)) {
      ui.go("activities/new");
    }
  }
  if (forgotten_ > 0 &&
      banner(ui, "forgotten",
             ui.say(Str::activities_forgotten_count, {{"count", app::number_text(forgotten_)}}),
             Tone::warning, {.action = ui.tr(Str::activities_forgotten_look)})) {
    ui.go("activities/forgotten");
  }
  {
    Grid grid(ui, 260, space::m);
    {
      Card card(ui);
      figure(ui, "count", ui.tr(Str::activities_this_year), app::number_text(totals_.activities),
             Tone::accent);
    }
    {
      Card card(ui);
      figure(ui, "heads", ui.tr(Str::activities_people_this_year),
             app::number_text(totals_.heads.known), Tone::success);
      if (totals_.heads.unknown > 0) {
        caption(
            ui, "unknown",
            ui.say(Str::activities_left_out, {{"count", app::number_text(totals_.heads.unknown)}}));
      }
    }
  }
  if (rows_.empty()) {
    Card card(ui);
    if (empty_state(ui, "none", Icon::activity, ui.tr(Str::activities_none),
                    ui.tr(Str::activities_none_hint), ui.tr(Str::activities_import))) {
      ui.go("activities/import");
    }
    return;
  }
  {
    Card card(ui);
    const List list(ui, "list", ui.tr(Str::activities_title));
    for (const store::ActivityRow& row : rows_) {
      const bool cancelled = row.state == store::ActivityState::cancelled;
      const std::string second =
          facts({std::string(ui.tr(app::word(row.activity_kind))), days_text(ui, row), row.place});
      const bool coming = ui.app.today() < row.from_day;
      const std::string end = cancelled ? std::string(ui.tr(Str::activities_cancelled))
                              : coming  ? std::string(ui.tr(Str::activities_coming))
                                        : heads_text(ui, row.heads);
      if (list_row(ui, row.activity.view(), row.name,
                   {.second = second,
                    .end = end,
                    .end_tone = coming && !cancelled ? Tone::info : Tone::neutral,
                    .icon = Icon::activity})) {
        ui.go("activities/" + row.activity.str());
      }
    }
  }
  if (show_more(ui, "more", more_ ? page_rows : 0)) {
    wanted_ += page_rows;
    revision_ = 0;
    ui.wants_frame = true;
  }
}

}  // namespace linli::ui
