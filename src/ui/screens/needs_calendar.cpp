#include "ui/screens/needs_calendar.h"

#include "app/app.h"
#include "ui/screens/need_words.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int32_t kDays = 7;

core::Day monday_of(core::Day day) { return core::Day{day.number - base::weekday_of(day) + 1}; }

}  // namespace

void NeedsCalendar::opened(Ui& ui) {
  day_ = ui.app.today();
  revision_ = 0;
  if (ui.phone()) span_ = 1;
}

void NeedsCalendar::move(Ui& ui, int32_t days) {
  day_.number += days;
  revision_ = 0;
  ui.wants_frame = true;
}

void NeedsCalendar::read(Ui& ui) {
  revision_ = ui.app.revision();
  first_ = span_ == 0 ? monday_of(day_) : day_;
  last_ = core::Day{span_ == 0 ? first_.number + kDays - 1 : first_.number};
  rows_ = store::needs_between(ui.app.state(), first_, last_);
}

void NeedsCalendar::draw(Ui& ui) {
  if (revision_ != ui.app.revision()) read(ui);
  draw_way(ui);
  if (revision_ == 0) read(ui);
  if (span_ == 1) {
    draw_day(ui, first_);
    return;
  }
  const Grid grid(ui, ui.width_class == WidthClass::desk ? 132.0f : 260.0f, space::s, kDays);
  for (int32_t i = 0; i < kDays; ++i) draw_day(ui, core::Day{first_.number + i});
}

void NeedsCalendar::draw_way(Ui& ui) {
  const int32_t step = span_ == 0 ? kDays : 1;
  const Row row(ui);
  if (icon_button(ui, "before", ui.tr(span_ == 0 ? Str::needs_week_before : Str::needs_day_before),
                  Icon::back)) {
    move(ui, -step);
  }
  if (button(ui, "today", ui.tr(Str::needs_go_today))) {
    day_ = ui.app.today();
    move(ui, 0);
  }
  if (icon_button(ui, "after", ui.tr(span_ == 0 ? Str::needs_week_after : Str::needs_day_after),
                  Icon::caret_right)) {
    move(ui, step);
  }
  spacer(ui);
  if (segmented(ui, "span", ui.tr(Str::needs_span), span_,
                {std::string(ui.tr(Str::needs_week)), std::string(ui.tr(Str::needs_day))})) {
    move(ui, 0);
  }
}

void NeedsCalendar::draw_day(Ui& ui, core::Day day) {
  const KeyScope keys(ui, base::to_text(day));
  const bool today = day == ui.app.today();
  const Card card(ui, {.padding = space::m,
                       .gap = space::s,
                       .tone = today ? Tone::accent : Tone::neutral,
                       .flat = true});
  heading(ui, "day", app::near_day_text(day, ui.app.today(), ui.language), 3);
  bool any = false;
  for (const store::NeedRow& row : rows_) {
    if (row.service_day != day) continue;
    any = true;
    const NeedStatus status = need_status(ui, row, ui.app.today());
    const std::string title = need_title(ui, row, NeedTitle::masked);
    const std::string from = base::minute_text(row.from_minute);
    const std::string name = facts({from, title, status.words});
    const Card need(ui, row.need.view(), name, {.padding = space::s, .gap = space::xs});
    text(ui, "from", from, {.style = TextStyle::strong});
    text(ui, "title", title);
    badge(ui, "status", status.words, status.tone);
    if (need.clicked()) ui.go("needs/" + row.need.str());
  }
  if (!any) caption(ui, "none", ui.tr(Str::needs_free_day));
}

}  // namespace linli::ui
