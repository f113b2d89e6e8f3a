#include "ui/screens/needs_board.h"

#include <algorithm>

#include "app/app.h"
#include "ui/screens/need_words.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kPageRows = 60;

}  // namespace

void NeedsBoard::opened(Ui& ui) {
  stale_ = true;
  const std::string_view asked = ui.route.parameter("view");
  if (asked == "today") view_ = static_cast<int>(store::NeedView::today);
  if (asked == "overdue") view_ = static_cast<int>(store::NeedView::overdue);
  if (asked == "calendar") form_ = 1;
  calendar_.opened(ui);
}

void NeedsBoard::read(Ui& ui) {
  stale_ = false;
  revision_ = ui.app.revision();
  store::NeedPage page = store::list_needs(ui.app.state(), static_cast<store::NeedView>(view_),
                                           ui.app.today(), std::nullopt, kPageRows);
  rows_ = std::move(page.rows);
  next_ = page.next;
}

void NeedsBoard::draw(Ui& ui) {
  draw_title(ui);
  if (form_ == 1) {
    calendar_.draw(ui);
    return;
  }
  {
    const Row row(ui);
    stale_ =
        tabs(ui, "view", ui.tr(Str::needs_which), view_,
             {std::string(ui.tr(Str::needs_view_open)), std::string(ui.tr(Str::needs_view_today)),
              std::string(ui.tr(Str::needs_view_overdue)),
              std::string(ui.tr(Str::needs_view_wishes)),
              std::string(ui.tr(Str::needs_view_all))}) ||
        stale_;
  }
  {
    const Row row(ui);
    chip(ui, "grouped", ui.tr(Str::needs_by_neighbourhood), by_neighbourhood_, Icon::pin);
  }
  if (stale_ || revision_ != ui.app.revision()) read(ui);
  if (rows_.empty()) {
    draw_nothing(ui);
  } else {
    draw_groups(ui);
  }
}

void NeedsBoard::draw_title(Ui& ui) {
  const Row row(ui);
  heading(ui, "title", ui.tr(Str::needs_title), 1);
  spacer(ui);
  segmented(ui, "form", ui.tr(Str::needs_form), form_,
            {std::string(ui.tr(Str::needs_as_list)), std::string(ui.tr(Str::needs_as_calendar))});
  if (primary_button(ui, "publish", ui.tr(Str::needs_publish), Icon::add)) ui.go("needs/new");
}

std::string NeedsBoard::group_of(Ui& ui, const store::NeedRow& row) const {
  if (!by_neighbourhood_) {
    return app::near_day_text(row.service_day, ui.app.today(), ui.language);
  }
  if (!row.neighbourhood.empty()) return row.neighbourhood;
  return row.site_name.empty() ? std::string(ui.tr(Str::needs_no_place)) : row.site_name;
}

void NeedsBoard::draw_groups(Ui& ui) {
  std::vector<std::string> groups;
  for (const store::NeedRow& row : rows_) {
    std::string group = group_of(ui, row);
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
      groups.push_back(std::move(group));
    }
  }
  for (const std::string& group : groups) {
    const KeyScope keys(ui, group);
    const Card card(ui, {.padding = space::m, .gap = space::s});
    heading(ui, "group", group);
    const List list(ui, "needs", group);
    for (const store::NeedRow& row : rows_) {
      if (group_of(ui, row) != group) continue;
      const NeedStatus status = need_status(ui, row, ui.app.today());
      const std::string time =
          by_neighbourhood_ ? need_time(ui, row, ui.app.today()) : need_hours(ui, row);
      const std::string second = facts({time, need_place(ui, row)});
      if (list_row(ui, row.need.view(), need_title(ui, row, NeedTitle::masked),
                   {.second = second,
                    .end = status.words,
                    .end_tone = status.tone,
                    .icon = need_icon(row)})) {
        ui.go("needs/" + row.need.str());
      }
    }
  }
  if (!next_.has_value()) return;
  const Row row(ui, {.align = Align::center});
  if (button(ui, "more", ui.tr(Str::needs_more))) {
    store::NeedPage page = store::list_needs(ui.app.state(), static_cast<store::NeedView>(view_),
                                             ui.app.today(), next_, kPageRows);
    for (store::NeedRow& need : page.rows) rows_.push_back(std::move(need));
    next_ = page.next;
    ui.wants_frame = true;
  }
}

void NeedsBoard::draw_nothing(Ui& ui) {
  const Card card(ui);
  const auto view = static_cast<store::NeedView>(view_);
  const bool late = view == store::NeedView::overdue;
  if (empty_state(ui, "nothing", late ? Icon::check : Icon::need,
                  ui.tr(late ? Str::needs_nothing_overdue : Str::needs_nothing),
                  ui.tr(late ? Str::needs_nothing_overdue_hint : Str::needs_nothing_hint),
                  late ? std::string_view() : ui.tr(Str::needs_publish))) {
    ui.go("needs/new");
  }
}

}  // namespace linli::ui
