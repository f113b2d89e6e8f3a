#include "ui/screens/person_duplicates.h"

#include "app/app.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kPairs = 30;

void draw_side(Ui& ui, std::string_view key, const store::PersonRow& row) {
  const KeyScope keys(ui, key);
  const Column column(ui, space::s);
  heading(ui, "name", name_text(ui, row.name, Names::whole), 3);
  soft_text(ui, "line", person_line(ui, row, Names::whole));
  if (row.birth_year.has_value()) {
    caption(ui, "born", ui.say(Str::people_born, {{"year", std::to_string(*row.birth_year)}}));
  }
}

}  // namespace

void PersonDuplicates::opened(Ui&) {
  revision_ = 0;
  merged_.clear();
  problem_.clear();
}

void PersonDuplicates::draw(Ui& ui) {
  if (revision_ != ui.app.revision()) {
    revision_ = ui.app.revision();
    pairs_ = store::duplicate_pairs(ui.app.state(), kPairs);
  }
  back_link(ui, ui.tr(Str::people_title), "people");
  heading(ui, "title", ui.tr(Str::people_find_duplicates), 1);
  soft_text(ui, "intro", ui.tr(Str::people_duplicates_intro));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  if (!merged_.empty() && banner(ui, "merged", ui.tr(Str::people_merged_now), Tone::success,
                                 {.action = ui.tr(Str::people_undo_merge)})) {
    undo(ui);
  }
  if (pairs_.empty()) {
    const Card card(ui);
    empty_state(ui, "none", Icon::check, ui.tr(Str::people_no_duplicates),
                ui.tr(Str::people_no_duplicates_hint));
    return;
  }
  // A merge changes pairs_ in the next frame, so that drawing goes over a whole list.
  for (const store::DuplicatePair& pair : pairs_) draw_pair(ui, pair);
}

void PersonDuplicates::draw_pair(Ui& ui, const store::DuplicatePair& pair) {
  const KeyScope keys(ui, pair.first.person.str() + pair.second.person.str());
  const Card card(ui);
  badge(ui, "reason", ui.tr(duplicate_text(pair.reason)), Tone::warning);
  {
    const Grid grid(ui, 260);
    draw_side(ui, "first", pair.first);
    draw_side(ui, "second", pair.second);
  }
  const Row row(ui);
  const std::string first = name_text(ui, pair.first.name, Names::whole);
  const std::string second = name_text(ui, pair.second.name, Names::whole);
  const bool alike = first == second;
  if (button(ui, "keep_first",
             alike ? std::string(ui.tr(Str::people_keep_earlier))
                   : ui.say(Str::people_keep, {{"name", first}}),
             {.icon = Icon::check})) {
    merge(ui, pair.first.person, pair.second.person);
  }
  if (button(ui, "keep_second",
             alike ? std::string(ui.tr(Str::people_keep_later))
                   : ui.say(Str::people_keep, {{"name", second}}))) {
    merge(ui, pair.second.person, pair.first.person);
  }
  if (quiet_button(ui, "open", ui.tr(Str::people_open_earlier))) {
    ui.go("people/" + pair.first.person.str());
  }
}

void PersonDuplicates::merge(Ui& ui, const core::PersonId& kept, const core::PersonId& merged) {
  const auto recorded = ui.app.dispatch(core::PersonsMerged{kept, merged});
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  merged_.emplace_back(kept, merged);
  ui.wants_frame = true;
}

void PersonDuplicates::undo(Ui& ui) {
  const auto [kept, merged] = merged_.back();
  const auto recorded = ui.app.dispatch(core::PersonsUnmerged{kept, merged});
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  merged_.pop_back();
  ui.toasts.add(std::string(ui.tr(Str::people_unmerged)), Tone::success);
  ui.wants_frame = true;
}

}  // namespace linli::ui
