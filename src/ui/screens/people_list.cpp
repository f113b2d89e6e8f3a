#include "ui/screens/people_list.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "ui/row_window.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kPageRows = 100;
constexpr int kRowsReadAgain = 2000;
constexpr float kSelectWidth = 220;

}  // namespace

void PeopleList::opened(Ui& ui) {
  stale_ = true;
  names_ = Names::masked;
  // A code reader or another screen may hand over what to look for.
  const std::string_view asked = ui.route.parameter("find");
  if (!asked.empty()) search_ = asked;
}

store::PersonFilter PeopleList::filter() const {
  store::PersonFilter filter;
  filter.search = search_;
  if (role_ == 1) filter.roles = store::set_bit(core::PersonRole::volunteer);
  if (role_ == 2) filter.roles = store::set_bit(core::PersonRole::recipient);
  if (category_ > 0) filter.categories = int64_t{1} << (category_ - 1);
  if (team_ > 0 && static_cast<size_t>(team_) <= teams_.size()) {
    filter.team = teams_[static_cast<size_t>(team_) - 1].team;
  }
  return filter;
}

bool PeopleList::filtered() const {
  return !search_.empty() || role_ != 0 || category_ != 0 || team_ != 0;
}

void PeopleList::read(Ui& ui) {
  if (revision_ != ui.app.revision()) {
    revision_ = ui.app.revision();
    teams_ = store::list_teams(ui.app.state());
    counts_ = store::count_people(ui.app.state());
  }
  // News from elsewhere must not throw somebody who has scrolled back to the beginning.
  const int limit =
      stale_ ? kPageRows : std::clamp(static_cast<int>(rows_.size()), kPageRows, kRowsReadAgain);
  store::PersonPage page = store::list_people(ui.app.state(), filter(), std::nullopt, limit);
  rows_ = std::move(page.rows);
  next_ = std::move(page.next);
  stale_ = false;
}

void PeopleList::read_more(Ui& ui) {
  store::PersonPage page = store::list_people(ui.app.state(), filter(), next_, kPageRows);
  for (store::PersonRow& row : page.rows) rows_.push_back(std::move(row));
  next_ = std::move(page.next);
  ui.wants_frame = true;
}

void PeopleList::draw(Ui& ui) {
  if (stale_ || revision_ != ui.app.revision()) read(ui);
  draw_title(ui);
  draw_filters(ui);
  if (stale_) read(ui);
  if (rows_.empty()) {
    draw_nobody(ui);
  } else {
    draw_rows(ui);
  }
}

void PeopleList::draw_title(Ui& ui) {
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::people_title), 1);
    spacer(ui);
    if (quiet_button(ui, "duplicates", ui.tr(Str::people_find_duplicates), Icon::duplicate)) {
      ui.go("people/duplicates");
    }
    if (primary_button(ui, "new", ui.tr(Str::people_register), Icon::add)) ui.go("people/new");
  }
  soft_text(ui, "counts",
            ui.say(Str::people_counts, {{"volunteers", app::number_text(counts_.volunteers)},
                                        {"recipients", app::number_text(counts_.recipients)}}));
}

void PeopleList::draw_filters(Ui& ui) {
  if (search_field(ui, "search", ui.tr(Str::people_search), search_)) stale_ = true;
  if (ui.phone()) {
    draw_roles(ui);
    {
      const Row row(ui, {1, 1}, space::m);
      draw_selects(ui, 0);
    }
    const Row row(ui);
    draw_masking(ui);
    return;
  }
  const Row row(ui);
  draw_roles(ui);
  draw_selects(ui, kSelectWidth);
  draw_masking(ui);
}

void PeopleList::draw_roles(Ui& ui) {
  stale_ = segmented(ui, "role", ui.tr(Str::people_role), role_,
                     {std::string(ui.tr(Str::people_all)),
                      std::string(ui.tr(app::word(core::PersonRole::volunteer))),
                      std::string(ui.tr(app::word(core::PersonRole::recipient)))}) ||
           stale_;
}

void PeopleList::draw_selects(Ui& ui, float width) {
  Choices categories{std::string(ui.tr(Str::people_any_category))};
  for (size_t i = 0; i < core::enum_count<core::Category>(); ++i) {
    categories.emplace_back(ui.tr(app::word(static_cast<core::Category>(i))));
  }
  stale_ = select(ui, "category", ui.tr(Str::people_category), category_, categories,
                  {.label_hidden = true, .width = width}) ||
           stale_;
  if (teams_.empty()) return;
  Choices teams{std::string(ui.tr(Str::people_any_team))};
  for (const store::TeamRow& team : teams_) teams.push_back(team.name);
  stale_ = select(ui, "team", ui.tr(Str::people_team), team_, teams,
                  {.label_hidden = true, .width = width}) ||
           stale_;
}

void PeopleList::draw_masking(Ui& ui) {
  bool whole = names_ == Names::whole;
  if (chip(ui, "whole", ui.tr(Str::people_show_names), whole, Icon::eye)) {
    names_ = whole ? Names::whole : Names::masked;
  }
}

void PeopleList::draw_rows(Ui& ui) {
  const Card card(ui, {.padding = space::s});
  const List list(ui, "people", ui.tr(Str::people_title));
  const auto count = static_cast<int>(rows_.size());
  const int32_t lines = ui.phone() ? 2 : 1;  // all rows alike, so that the window can count them
  int last = 0;
  {
    const RowWindow window(ui, count, list_row_height(ui, lines));
    last = window.last();
    for (int i = window.first(); i < window.last(); ++i) {
      const store::PersonRow& row = rows_[static_cast<size_t>(i)];
      const std::string second = person_line(ui, row, names_);
      RowOptions options;
      options.second = second.empty() ? std::string_view(" ") : std::string_view(second);
      options.avatar = row.name.empty() ? std::string_view("?") : std::string_view(row.name);
      options.second_lines = lines;
      options.position = i + 1;
      options.set_size = next_.has_value() ? 0 : count;
      if (list_row(ui, row.person.view(), name_text(ui, row.name, names_), options)) {
        ui.go("people/" + row.person.str());
      }
    }
  }
  if (next_.has_value() && last == count) read_more(ui);
}

void PeopleList::draw_nobody(Ui& ui) {
  const Card card(ui);
  if (filtered()) {
    if (empty_state(ui, "nobody", Icon::search, ui.tr(Str::people_nobody_found),
                    ui.tr(Str::people_nobody_found_hint), ui.tr(Str::people_clear_filters))) {
      search_.clear();
      role_ = category_ = team_ = 0;
      stale_ = true;
      ui.wants_frame = true;
    }
    return;
  }
  if (empty_state(ui, "nobody", Icon::people, ui.tr(Str::people_nobody_yet),
                  ui.tr(Str::people_nobody_yet_hint), ui.tr(Str::people_register_first))) {
    ui.go("people/new");
  }
}

}  // namespace linli::ui
