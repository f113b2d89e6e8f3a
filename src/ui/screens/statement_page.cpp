#include "ui/screens/statement_page.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_person.h"
#include "store/query_space.h"
#include "ui/screens/amount_words.h"
#include "ui/screens/person_words.h"
#include "ui/screens/statement_print.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int lines_per_page = 30;
}

void StatementPage::opened(Ui& ui, const core::PersonId& person) {
  person_ = person;
  revision_ = 0;
  lines_wanted_ = lines_per_page;
  problem_.clear();
  reversing_ = false;
  read(ui);
}

void StatementPage::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  store::Database& state = ui.app.state();
  coin_minutes_ = coin_minutes_today(ui);
  known_ = store::person_detail(state, person_).has_value();
  name_ = store::person_name(state, person_);
  balances_ = store::person_balances(state, person_);
  holds_ = store::open_holds_of(state, person_.view());
  lines_ = store::statement_of(state, person_.view(), purse(), std::nullopt, lines_wanted_ + 1);
  more_ = static_cast<int>(lines_.size()) > lines_wanted_;
  if (more_) lines_.pop_back();
}

void StatementPage::draw(Ui& ui) {
  read(ui);
  back_link(ui, ui.tr(Str::coins_title), "coins");
  if (!known_) {
    empty_state(ui, "missing", Icon::coin, ui.tr(app::word(core::Refusal::unknown_person)));
    return;
  }
  {
    Row row(ui);
    heading(ui, "title",
            ui.say(Str::coins_statement_of, {{"name", name_text(ui, name_, Names::whole)}}), 1);
    spacer(ui);
    if (button(ui, "print", ui.tr(Str::coins_print), {.icon = Icon::print})) print(ui);
    if (button(ui, "export", ui.tr(Str::coins_export), {.icon = Icon::download})) {
      export_table(ui);
    }
  }
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  draw_balances(ui);
  draw_holds(ui);
  draw_lines(ui);
  move_.draw(ui);
  ask_reversal(ui);
}

void StatementPage::draw_balances(Ui& ui) {
  Grid grid(ui, 280, space::m);
  {
    const KeyScope keys(ui, "coin");
    Card card(ui);
    figure(ui, "coins", ui.tr(Str::coins_available_coins),
           amount_text(ui, core::Purse::coin, balances_.coin.available(), coin_minutes_),
           Tone::accent);
    key_value(ui, "earned", ui.tr(Str::coins_earned_ever),
              app::hours_text(balances_.earned_minutes, ui.language));
    key_value(ui, "held", ui.tr(Str::coins_on_hold),
              amount_text(ui, core::Purse::coin, balances_.coin.held, coin_minutes_));
  }
  {
    const KeyScope keys(ui, "point");
    Card card(ui);
    figure(ui, "points", ui.tr(Str::coins_available_points),
           amount_text(ui, core::Purse::points, balances_.points.available()), Tone::info);
    key_value(ui, "held", ui.tr(Str::coins_on_hold),
              amount_text(ui, core::Purse::points, balances_.points.held));
  }
  {
    Card card(ui);
    heading(ui, "use", ui.tr(Str::coins_use), 3);
    Row row(ui);
    if (button(ui, "shop", ui.tr(Str::coins_to_shop), {.icon = Icon::cart})) {
      ui.go("shop?person=" + person_.str());
    }
    if (button(ui, "give", ui.tr(Str::coins_give), {.icon = Icon::gift})) {
      move_.open_give(ui, person_);
    }
    if (button(ui, "donate", ui.tr(Str::coins_donate), {.icon = Icon::donate})) {
      move_.open_donate(ui, person_);
    }
  }
}

void StatementPage::draw_holds(Ui& ui) {
  if (holds_.empty()) return;
  Card card(ui);
  heading(ui, "holds", ui.tr(Str::coins_holds), 3);
  soft_text(ui, "holds_hint", ui.tr(Str::coins_holds_hint));
  for (const store::HoldRow& hold : holds_) {
    const KeyScope keys(ui, hold.subject);
    key_value(ui, core::name(hold.purse),
              facts({std::string(ui.tr(app::word(hold.reason))),
                     app::day_text(hold.day, ui.app.today(), ui.language)}),
              amount_text(ui, hold.purse, hold.amount, coin_minutes_));
  }
}

void StatementPage::draw_lines(Ui& ui) {
  Card card(ui);
  if (segmented(ui, "purse", ui.tr(Str::coins_purse), purse_,
                {std::string(ui.tr(app::word(core::Purse::coin))),
                 std::string(ui.tr(app::word(core::Purse::points)))})) {
    revision_ = 0;
    lines_wanted_ = lines_per_page;
    ui.wants_frame = true;
  }
  if (lines_.empty()) {
    empty_state(ui, "no_lines", Icon::ledger, ui.tr(Str::coins_no_lines),
                ui.tr(Str::coins_no_lines_hint));
    return;
  }
  {
    const List list(ui, "lines", ui.tr(Str::coins_lines));
    for (const store::StatementLine& line : lines_) {
      const KeyScope keys(ui, line.transfer.view());
      std::vector<std::string> second = {app::day_text(line.day, ui.app.today(), ui.language)};
      if (!line.other_name.empty()) second.push_back(line.other_name);
      if (line.reversed) second.emplace_back(ui.tr(Str::coins_reversed));
      second.push_back(
          ui.say(Str::coins_balance_after,
                 {{"amount", amount_text(ui, purse(), line.balance_after, coin_minutes_)}}));
      const std::string words = facts(second);
      const bool record = base::well_formed_id(line.subject, core::RecordId::prefix());
      if (list_row(ui, "row", ui.tr(app::word(line.reason)),
                   {.second = words,
                    .end = change_text(ui, purse(), line.change, coin_minutes_),
                    .end_tone = line.change > 0 ? Tone::success : Tone::neutral,
                    .icon = line.change > 0 ? Icon::add : Icon::minus})) {
        if (record) {
          ui.go("records/" + line.subject);
        } else {
          to_reverse_ = line.transfer;
          reversing_ = !line.reversed && !line.reverses.has_value();
          if (!reversing_) {
            ui.toasts.add(std::string(ui.tr(Str::coins_not_reversible)), Tone::info);
          }
        }
      }
    }
  }
  if (show_more(ui, "more", more_ ? lines_per_page : 0)) {
    lines_wanted_ += lines_per_page;
    revision_ = 0;
    ui.wants_frame = true;
  }
}

void StatementPage::ask_reversal(Ui& ui) {
  const Answer answer =
      ask(ui, "reverse", ui.tr(Str::coins_reverse), ui.tr(Str::coins_reverse_what),
          ui.tr(Str::coins_reverse), reversing_, true);
  if (answer != Answer::yes) return;
  const auto recorded = ui.app.dispatch(core::TransferReverse{to_reverse_});
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) {
    ui.toasts.add(std::string(ui.tr(Str::coins_reversal_done)), Tone::success);
  }
}

void StatementPage::print(Ui& ui) {
  const auto all = store::statement_of(ui.app.state(), person_.view(), purse(), std::nullopt,
                                       statement_print_lines_max);
  ui.requests.add(app::PrintHtml{
      ui.say(Str::coins_statement_of, {{"name", name_text(ui, name_, Names::whole)}}),
      statement_html(ui, name_, store::space_name(ui.app.state()), purse(), all, coin_minutes_)});
}

void StatementPage::export_table(Ui& ui) {
  const auto all = store::statement_of(ui.app.state(), person_.view(), purse(), std::nullopt,
                                       statement_print_lines_max);
  ui.requests.add(app::SaveFile{"linli-statement-" + base::to_text(ui.app.today()) + ".csv",
                                statement_csv(ui, all, purse(), coin_minutes_),
                                "text/csv;charset=utf-8"});
}

}  // namespace linli::ui
